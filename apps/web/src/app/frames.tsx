/** What stands around the screens: the shell for signed-in people, a plain frame for a project's public pages. */
import type { Boot, BootScreen } from '@haykal/contract'
import { type ErrorComponentProps, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useProjectModules } from '../features/boot/project-modules.ts'
import { useBoot } from '../features/boot/use-boot.ts'
import { CannotStart } from '../features/screens/cannot-start.tsx'
import { Crashed } from '../features/screens/crashed.tsx'
import { ProjectScreen } from '../features/screens/project-screen.tsx'
import { ScreenPlaceholder } from '../features/screens/screen-placeholder.tsx'
import { frame } from '../features/shell/mark.tsx'
import { Shell } from '../features/shell/shell.tsx'

/** Whoever is signed in never sees it. */
const PublicFrame = lazy(async () => ({ default: (await import('../features/shell/public-frame.tsx')).PublicFrame }))

/** The page of the project at a path; undefined where there is none that this person may open. */
export function screenAt(boot: Boot, path: string): BootScreen | undefined {
  return boot.screens.find((screen) => screen.path === path || encodeURI(screen.path) === path)
}

/** The frame of everything behind the door. A project's page comes before a model of the same name. */
export function AppFrame() {
  const boot = useBoot()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const screen = screenAt(boot, path)
  const content = (
    <Suspense fallback={<ScreenPlaceholder />}>
      <WithProject boot={boot}>{screen ? <ProjectScreen screen={screen} /> : <Outlet />}</WithProject>
    </Suspense>
  )
  if (boot.person) return <Shell>{content}</Shell>
  // Whoever has just been signed out is on the way to the door.
  return screen ? (
    <Suspense fallback={<StartPlaceholder />}>
      <PublicFrame>{content}</PublicFrame>
    </Suspense>
  ) : null
}

/** Draws its children once the project's own code is there: what it shows in its own way is never shown in another first. */
function WithProject({ boot, children }: { readonly boot: Boot; readonly children: ReactNode }) {
  useProjectModules(boot)
  return children
}

/** Boot failed. */
export function StartFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <CannotStart
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

/** A screen failed; the shell stays. */
export function PageFailed({ reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <Crashed onRetry={retry} />
}

/** Nothing yet: who is asking is known in a moment. The sign that the page began with stays. */
export function StartPlaceholder() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="beginning">
      <rect width="32" height="32" rx="8" />
      <path d={frame} />
    </svg>
  )
}
