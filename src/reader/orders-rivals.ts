/** A rival in a list behind a comparison: the model at an offset of the masked text, or a maker's newest models as a group. */
export interface RivalAt {
  kind: 'model' | 'maker'
  at: number
}

const joint =
  /^(?:, (?:and|or|as well as|plus|along with) |,? (?:and|or|as well as|plus|along with|nor) |, | ?& |\/)(?:even |also |finally )?/
const filler =
  /^(?:both|all|all of|even|only|just|either|the|its|their|his|older|previous|earlier|prior|larger|smaller|bigger|rivals?|competitors?|predecessors?,?|siblings?,?|closed|closed-source|proprietary|open|open-source|open-weights?|flagship|newer|new|latest|current|last year's|same-sized|similarly sized|models?|models? (?:like|such as)|(?:models|rivals|competitors|systems|heavyweights|leaders|giants|peers) (?:like|such as|including)|that of|those of|the likes of|like|such as|including|¶+(?:'s?)?|[A-Z][\w.]*'s?|[a-z]+-[a-z]+) /
const adjective =
  '(?:latest|newest|leading|top|best|current|flagship|frontier|strongest|major|state-of-the-art|recent|new|big|closed|proprietary|most (?:advanced|capable|powerful|recent)|top-(?:tier|end)|best-known|rival|competing)'
const noun = '(?:models?|offerings?|systems?|releases?|LLMs?|flagships?|products?|ones|generation|assistants?|chatbots?|efforts?)'
const groupOf = new RegExp(
  `^(?:(?:the|all|all the|other|some of the|its|those) ){0,2}(?:${adjective}(?:, | and | )){1,4}(?:(?:AI|language|large|frontier|reasoning|multimodal|foundation) ){0,3}(?:${noun} )?(?:from|of|by|at|made by|built by) (?=¶)`,
)
const possessed = new RegExp(
  `^'s? (?:own )?(?:${adjective}(?:, | and | )){1,4}(?:(?:AI|language|large|reasoning) ){0,3}${noun}(?![\\w-])`,
)
const unknownName = /^[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}/
/** "R, made by Google," and "R (the larger one)": said of the rival only; a number in brackets is its score. */
const gloss =
  /^(?: \((?![^()]*#)[^()]{0,80}\)|, (?:made|built|developed|released) by ¶+(?=[, .])|, which (?:is|was|has) [^,;.§¤#]{1,60}(?=,)|, an? (?:[\d.#]+ (?:trillion|billion|million)[ -])?[^,;.§¤#]{1,60}(?=,))/
const measured = /^'s (?:performance|scores?|results?|level|accuracy|quality|capabilities|numbers)(?![\w-])/

/**
 * The rivals that stand right behind a comparison, "both A and B", "the latest models from OpenAI and Google", and where their list ends.
 * Null where something else stands there, or where a rival is named by what it owns ("R's price").
 */
export function rivalsAfter(masked: string, from: number): { rivals: RivalAt[]; end: number } | null {
  const rivals: RivalAt[] = []
  let at = from
  let end = from
  for (let first = true; ; first = false) {
    const link = first ? /^ /.exec(masked.slice(at, at + 1)) : joint.exec(masked.slice(at, at + 24))
    if (!link) break
    const item = itemAt(masked, at + link[0].length, first)
    if (item === null) {
      // "beats R, a larger model, on X": the test stands behind the gloss
      if (at > end && /^, (?:on|in|at|across) /.test(masked.slice(at, at + 10))) end = at
      break
    }
    rivals.push(...item.rivals)
    at = item.end
    end = at
    const added = gloss.exec(masked.slice(at, at + 130))
    if (!added) continue
    at += added[0].length
    if (/^(?:, made|, built|, developed|, released| \()/.test(added[0])) end = at
    if (!joint.test(masked.slice(at, at + 24))) end = at
  }
  if (rivals.length === 0) return null
  const owned = measured.exec(masked.slice(end, end + 24))
  if (owned) end += owned[0].length
  else if (/^'s?(?![a-z]{2})/.test(masked.slice(end, end + 3))) return null
  return { rivals, end }
}

function itemAt(masked: string, from: number, first: boolean): { rivals: RivalAt[]; end: number } | null {
  let at = from
  const group = groupOf.exec(masked.slice(at, at + 160))
  if (group) return makersAt(masked, at + group[0].length)
  const owners = makersAt(masked, at)
  if (owners) {
    const tail = possessed.exec(masked.slice(owners.end, owners.end + 100))
    if (tail && masked.charCodeAt(owners.end + tail[0].length) !== 0xa7) {
      const next = masked.slice(owners.end + tail[0].length)
      if (!/^,? ?§/.test(next)) return { rivals: owners.rivals, end: owners.end + tail[0].length }
    }
  }
  for (let i = 0; i < 6; i++) {
    if (masked[at] === '§') {
      const start = at
      while (masked[at] === '§') at++
      return { rivals: [{ kind: 'model', at: start }], end: at }
    }
    const word = filler.exec(masked.slice(at, at + 40))
    if (!word) break
    at += word[0].length
  }
  if (first && at === from) return null
  // a model that nobody knows keeps its place in the list
  const unknown = unknownName.exec(masked.slice(from, from + 60))
  return unknown && /^(?:, | and | or )/.test(masked.slice(from + unknown[0].length, from + unknown[0].length + 6))
    ? { rivals: [], end: from + unknown[0].length }
    : null
}

function makersAt(masked: string, from: number): { rivals: RivalAt[]; end: number } | null {
  const rivals: RivalAt[] = []
  let at = from
  let end = from
  while (masked[at] === '¶') {
    rivals.push({ kind: 'maker', at })
    while (masked[at] === '¶') at++
    end = at
    const link = /^(?:'s?)?(?:, (?:and |or )?| and | or | & )(?=¶)/.exec(masked.slice(at, at + 10))
    if (!link) break
    at += link[0].length
  }
  return rivals.length === 0 ? null : { rivals, end }
}
