/** All texts in English at once, for what runs outside of a browser. */
import { en as first } from './catalogues/en.ts'
import { later } from './catalogues/later/en.ts'

/** The texts. */
export const en = { ...first, ...later } as const
