import { readOpenness } from './fact-access.ts'
import { readAvailability } from './fact-availability.ts'
import { readAvailabilityPlans } from './fact-availability-plans.ts'
import { readReleaseDates } from './fact-dates.ts'
import { readDeprecations } from './fact-deprecation.ts'
import { readLicence } from './fact-licence.ts'
import { readLimits } from './fact-limits.ts'
import { readModalities } from './fact-modalities.ts'
import { readModalityNouns } from './fact-modality-nouns.ts'
import { readOffer } from './fact-offer.ts'
import { readParameters } from './fact-parameters.ts'
import { readPrices } from './fact-prices.ts'
import type { FactSentence, FoundFact } from './fact-sentence.ts'
import { readStatedDates } from './fact-stated-dates.ts'
import { readTimeline } from './fact-timeline.ts'
import { readCarriedVendor, readVendors } from './fact-vendor.ts'

/** The readers of one sentence, in order; each knows one sort of fact. */
export const sentenceReaders: readonly ((sentence: FactSentence) => FoundFact[])[] = [
  readVendors,
  readCarriedVendor,
  readReleaseDates,
  readStatedDates,
  readTimeline,
  readOpenness,
  readOffer,
  readLicence,
  readPrices,
  readLimits,
  readParameters,
  readModalities,
  readModalityNouns,
  readAvailability,
  readAvailabilityPlans,
  readDeprecations,
]
