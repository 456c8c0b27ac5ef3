/** In development, takes over what was edited without loading the page again: models, endpoints, the project's views. */
import { bootOptions } from '../features/boot/boot-options.ts'
import { loadProjectModules, replaceProjectFace } from '../features/boot/project-modules.ts'
import type { Visit } from '../features/session/end-session.ts'

/** Listens to the development server; does nothing in production, where there is none. */
export function followServer({ client, queries, router }: Visit): void {
  if (!import.meta.hot) return
  import.meta.hot.on('haykal:server-restarted', () => {
    void (async () => {
      const boot = await queries.fetchQuery({ ...bootOptions(client), staleTime: 0 })
      await loadProjectModules(boot)
      await router.invalidate()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'boot' })
    })()
  })
  window.addEventListener('haykal:project-face', (event) => {
    const { address, face } = (event as CustomEvent<{ address: string; face: object }>).detail
    replaceProjectFace(address, face)
  })
}
