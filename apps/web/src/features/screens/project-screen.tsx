/** Shows a page of the project's own; its code is fetched when someone goes there. */
import type { BootScreen } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import type { ScreenLoader } from 'haykal/web'
import { type ComponentType, lazy, Suspense } from 'react'
import { useScreenLoader } from '../boot/project-modules.ts'
import { useTitle } from '../boot/use-title.ts'
import { NotFound } from './not-found.tsx'
import { ScreenPlaceholder } from './screen-placeholder.tsx'

const components = new WeakMap<ScreenLoader, ComponentType>()

/** One component a loader, made once: React would otherwise take every render for a new screen. */
function componentOf(loader: ScreenLoader): ComponentType {
  const known = components.get(loader)
  if (known) return known
  const component = lazy(async () => ({ default: (await loader()).Screen }))
  components.set(loader, component)
  return component
}

/** The screen. */
export function ProjectScreen({ screen }: { readonly screen: BootScreen }) {
  const { language } = useLocale()
  const loader = useScreenLoader(screen.name)
  useTitle(labelIn(screen.label, language))
  if (!loader) return <NotFound />
  const Screen = componentOf(loader)
  return (
    <Suspense fallback={<ScreenPlaceholder />}>
      <Screen />
    </Suspense>
  )
}
