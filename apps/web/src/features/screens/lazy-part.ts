/** Parts of a screen that may come later than the screen: it stands without them, and goes on standing while the network is away. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** Milliseconds until code that did not come is asked for again. */
const pause = 3_000

/** Told to the window each time code did not come. */
export const partMissed = 'haykal:part-missed'

/** Stylesheets that did not come: the code that they belong to would otherwise come without them the next time. */
const missing = new Set<HTMLLinkElement>()

window.addEventListener(
  'error',
  ({ target }) => target instanceof HTMLLinkElement && target.rel === 'stylesheet' && missing.add(target),
  true,
)

/** As React's `lazy`, but what cannot be fetched is waited for; shown inside of a Suspense. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    while (true) {
      try {
        return await load()
      } catch {
        window.dispatchEvent(new Event(partMissed))
        do await new Promise((resolve) => setTimeout(resolve, pause))
        while (!(await areStyled()))
      }
    }
  })
}

/** Asks for the missing stylesheets once more. */
async function areStyled(): Promise<boolean> {
  const came = [...missing].map(
    (link) =>
      new Promise((resolve) => {
        const again = link.cloneNode() as HTMLLinkElement
        missing.delete(link)
        again.onload = () => resolve(true)
        again.onerror = () => resolve(false)
        link.replaceWith(again)
      }),
  )
  return !(await Promise.all(came)).includes(false)
}
