/** Parts of a screen that may come later than the screen: it stands without them, and goes on standing while the network is away. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** Milliseconds until code that did not come is asked for again. */
const pause = 3_000

/** As React's `lazy`, but what cannot be fetched is waited for; shown inside of a Suspense. */
// biome-ignore lint/suspicious/noExplicitAny: React's own bound, as properties are what a component takes
export function lazyPart<Part extends ComponentType<any>>(
  load: () => Promise<{ readonly default: Part }>,
): LazyExoticComponent<Part> {
  return lazy(async () => {
    while (true) {
      try {
        return await load()
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  })
}
