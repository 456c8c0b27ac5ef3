/** The order of a list on a phone, where no header can be pressed: fetched as soon as the app begins there, and nowhere else. */

import { lazyPart } from '../screens/lazy-part.ts'
import { phoneQuery } from './use-is-phone.ts'

const load = async () => ({ default: (await import('./sort-menu.tsx')).SortMenu })
if (window.matchMedia(phoneQuery).matches) void load().catch(() => undefined)

/** The menu; shown inside of a Suspense. */
export const SortMenu = lazyPart(load)
