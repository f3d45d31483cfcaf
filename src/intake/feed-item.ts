/** One entry of a feed, whatever its format. Texts are HTML or plain; `url` is absolute; times are epoch milliseconds. */
export interface FeedItem {
  guid: string | null
  url: string | null
  title: string
  author: string | null
  publishedAt: number | null
  /** The longest text that the feed itself gives. */
  content: string
}

/** A feed as it stands now. `wanted`: how often it wants to be read, in milliseconds, where it says so; `cut`: its end is missing. */
export interface FeedDocument {
  title: string | null
  site: string | null
  wanted: number | null
  cut: boolean
  items: FeedItem[]
}
