/** The code of a list on a phone: fetched as soon as the app begins there, and nowhere else. */

import { lazyPart } from '../screens/lazy-part.ts'
import { phoneQuery } from './use-is-phone.ts'

const load = async () => ({ default: (await import('./record-cards.tsx')).RecordCards })
// It is there before the first answer is.
if (window.matchMedia(phoneQuery).matches) void load().catch(() => undefined)

/** The cards; shown inside of a Suspense. */
export const RecordCards = lazyPart(load)
