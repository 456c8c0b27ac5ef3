/** Asks anew who is asking, once a session has begun or ended. */
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { bootOptions } from '../boot/boot-options.ts'
import { loadProjectModules } from '../boot/project-modules.ts'
import { forgetActs } from '../undo/undo-stack.ts'

/** Asks anew who is asking, and goes to a path; answers of before belong to someone else and are dropped. */
export function useBootAgain(): (path: string) => Promise<void> {
  const client = useClient()
  const queries = useQueryClient()
  const router = useRouter()
  return async (path) => {
    const boot = await client.call('boot', {})
    forgetActs()
    await loadProjectModules(boot)
    const ofBefore = { predicate: ({ queryKey }: Query) => queryKey[0] !== 'boot' }
    queries.removeQueries({ ...ofBefore, type: 'inactive' })
    // What the screen that one leaves still looks at goes with it; what the next one asks for meanwhile stays.
    const left = queries.getQueryCache().findAll(ofBefore)
    queries.setQueryData(bootOptions(client).queryKey, boot)
    router.history.replace(path)
    await router.invalidate()
    for (const query of left) queries.getQueryCache().remove(query)
  }
}
