/** Parameters that say how a reader came to a page, not which page it is. */
const tracking =
  /^(utm_.*|mtm_.*|pk_.*|hsa_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|ref|ref_src|ref_url|referrer|source|src|cmpid|cmp|ncid|ocid|sr_share|share|smid|smtyp|guccounter|guce_referrer|guce_referrer_sig|amp|outputtype|spm|s_kwcid|trk|trkcampaign|__twitter_impression|xtor|at_medium|at_campaign)$/i

/**
 * One address for one page, however it was shared: lower-case host without `www.`, no default port, fragment, tracking
 * parameter, index file, trailing slash or AMP suffix; the rest of the query sorted by name. Scheme https, since http and https
 * serve the same article. Returns null for what is no http(s) address. Use it to tell whether two addresses are one page, not as a link.
 */
export function canonicalAddress(address: string): string | null {
  let url: URL
  try {
    url = new URL(address.trim())
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (!url.hostname) return null
  const host = url.hostname.replace(/^(www|amp)\./, '').replace(/\.$/, '')
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  const kept = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1))
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
  return `https://${host}${port}${canonicalPath(url.pathname)}${query}`
}

function canonicalPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  if (/^index\.(html?|php|aspx?)$/i.test(parts.at(-1) ?? '')) parts.pop()
  if (parts.length > 1 && /^amp(\.html)?$/i.test(parts.at(-1) ?? '')) parts.pop()
  if (parts.length > 1 && parts[0]?.toLowerCase() === 'amp') parts.shift()
  const last = parts.at(-1)
  if (last !== undefined) parts[parts.length - 1] = last.replace(/\.amp(\.html)?$/i, '')
  return parts.length > 0 ? `/${parts.join('/')}` : ''
}
