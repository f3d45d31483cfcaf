import { chineseFamilies } from './families-china.ts'
import { largeVendorFamilies } from './families-large-vendors.ts'
import { mediaFamilies } from './families-media.ts'
import { otherFamilies } from './families-others.ts'
import type { Family } from './family.ts'

/** Every family of models that Launchwire knows by name; what nobody has listed is found by what the text says of it. */
export const families: readonly Family[] = [...largeVendorFamilies, ...chineseFamilies, ...mediaFamilies, ...otherFamilies]
