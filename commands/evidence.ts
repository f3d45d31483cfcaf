import { defineCommand } from '../src/command/define.ts'
import { text } from '../src/command/options.ts'
import { UserError } from '../src/errors.ts'
import { changedClaim } from '../src/storage/article-versions.ts'
import { claimInPlace } from '../src/storage/citations.ts'
import { changedEvidenceView } from '../src/views/changed-evidence.ts'
import { evidenceView } from '../src/views/evidence.ts'

export default defineCommand({
  name: 'evidence',
  description: 'The exact sentence behind a claim, with the article around it',
  options: { claim: text('Id of the claim, as the buttons give it') },
  examples: [],
  async run({ claim }, { store }) {
    const found = await claimInPlace(store, claim)
    if (!found) {
      const changed = await changedClaim(store, claim)
      if (changed) return changedEvidenceView(changed)
      throw new UserError(
        'not_found',
        'That claim is no longer in the corpus: its article was changed or removed. Ask again for the newest answer.',
      )
    }
    return evidenceView(found.claim, found.citation, found.text)
  },
})
