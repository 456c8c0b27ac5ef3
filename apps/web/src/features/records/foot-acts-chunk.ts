/** What can be done in the foot of a list: fetched once the list is there. */
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'

/** Renders the buttons; shown inside of a Suspense. */
export const FootActs = lazyPart(
  withTexts(async () => {
    // What its buttons do is there when they are.
    const [{ FootActs }] = await Promise.all([import('./foot-acts.tsx'), import('./far.ts')])
    return { default: FootActs }
  }),
)
