import { createHash } from 'node:crypto'
import type { Log } from '../../log.ts'
import type { BlockOf, Chart, Message } from '../../message/message.ts'
import type { Client } from './client.ts'
import type { Pace } from './pace.ts'

/** Draws a chart; `charts/draw.ts` is the one that is wired in. */
export type Draw = (
  chart: Chart,
  options: { theme: 'light' | 'dark'; width?: number },
) => Promise<{ png: Uint8Array; width: number; height: number }>

/** A message has one or two charts; more would keep the person waiting. */
const mostPictures = 3
const mostKept = 500

/** Gives the file id of each of a message's pictures, in order; null where it could not be drawn or uploaded, and its words stand in. */
export type Pictures = (client: Client, team: string | null, message: Message) => Promise<(string | null)[]>

/**
 * Draws and uploads a message's charts (https://docs.slack.dev/reference/methods/files.getUploadURLExternal, through the SDK's files.uploadV2). The same chart in the
 * same workspace is uploaded once as long as this process remembers it.
 */
export function createPictures(draw: Draw | undefined, pace: Pace, log: Log): Pictures {
  const uploaded = new Map<string, string>()
  const upload = async (client: Client, team: string | null, { chart, alt }: BlockOf<'image'>): Promise<string | null> => {
    if (!draw) return null
    const key = createHash('sha256')
      .update(`${team}:${alt}:${JSON.stringify(chart)}`)
      .digest('base64url')
    const known = uploaded.get(key)
    if (known) return known
    try {
      const { png } = await draw(chart, { theme: 'light' })
      const filename = `${chart.title.replace(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 60) || 'chart'}.png`
      const title = chart.title.slice(0, 200) || 'Chart'
      const result = await pace(team, 'files.uploadV2', () =>
        client.files.uploadV2({ file: Buffer.from(png), filename, title, alt_text: [...alt].slice(0, 1_000).join('') }),
      )
      const id = fileId(result)
      if (id) remember(uploaded, key, id)
      return id
    } catch (error) {
      log.warn('a chart could not be shown as a picture', { chart: chart.title, error })
      return null
    }
  }
  return (client, team, message) =>
    Promise.all(
      message.blocks
        .filter((block) => block.type === 'image')
        .map((block, index) => (index < mostPictures ? upload(client, team, block) : null)),
    )
}

/** The id in what files.uploadV2 returns: `files[0].files[0].id`. */
function fileId(result: unknown): string | null {
  const { files } = result as { files?: { files?: { id?: string }[] }[] }
  return files?.[0]?.files?.[0]?.id ?? null
}

function remember(uploaded: Map<string, string>, key: string, id: string): void {
  const oldest = uploaded.keys().next().value
  if (uploaded.size >= mostKept && oldest !== undefined) uploaded.delete(oldest)
  uploaded.set(key, id)
}
