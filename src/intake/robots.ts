import robotsParser from 'robots-parser'

/** The name by which a site's robots.txt calls us. */
export const robotsName = 'Launchwire'

/** Longer pauses than this are not kept: such a site is read by the back-off alone. */
const longestDelay = 60_000
const largestRules = 512_000

/** Where a page's robots.txt stands. */
export const robotsAddress = (url: string): string => new URL('/robots.txt', url).href

/** What a site's robots.txt says about one address. `delay`: least milliseconds between two of our requests, where it asks for that. */
export interface RobotsAnswer {
  allowed: boolean
  delay: number | null
}

/** Asks a robots.txt about an address (RFC 9309; only its first 500 kB count). An empty one allows everything. */
export function askRobots(rules: string, url: string): RobotsAnswer {
  // the package is CommonJS whose types export a default that it has not under Node
  const parse = robotsParser as unknown as typeof robotsParser.default
  const robots = parse(robotsAddress(url), rules.slice(0, largestRules))
  const delay = robots.getCrawlDelay(robotsName)
  return {
    allowed: robots.isAllowed(url, robotsName) !== false,
    delay: delay === undefined || !(delay > 0) ? null : Math.min(longestDelay, delay * 1000),
  }
}
