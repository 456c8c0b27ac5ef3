/** Where the browser begins: asks who is asking and fetches the language at the same time, then draws. */
import { createClient } from '@haykal/contract/client'
import '@haykal/ui/styles/tokens.css'
import '@haykal/ui/styles/reset.css'
import '@haykal/ui/styles/fonts.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { followServer } from './app/dev-updates.ts'
import { followLinks } from './app/link-clicks.ts'
import { createQueryClient } from './app/query-client.ts'
import { watchRecovery } from './app/recovery.ts'
import { createAppRouter } from './app/router.tsx'
import { endSession } from './app/session-ended.ts'
import { bootOptions } from './features/boot/boot-options.ts'
import { beginPreferences } from './features/preferences/shown-preferences.ts'

const client = createClient()
const queries = createQueryClient(() => void endSession({ client, queries, router }))
const router = createAppRouter({ client, queries })

async function begin(): Promise<void> {
  void queries.prefetchQuery(bootOptions(client))
  await beginPreferences()
  const element = document.getElementById('root')
  if (!element) throw new Error('The page has no place for the application')
  createRoot(element).render(<App {...{ client, queries, router }} />)
}

/** The code of a record's page is fetched once the first screen stands: opening the first record then waits for no code. */
function fetchRecordScreens(): void {
  const stop = router.subscribe('onRendered', () => {
    stop()
    // Without a network it is fetched when it is needed.
    setTimeout(() => void import('./app/record-routes.tsx').catch(() => undefined), 500)
  })
}

/** The names of icons are shown to pointers and keys from then on; nobody reads one in the first second. */
async function nameIcons(): Promise<void> {
  const { serveTooltips } = await import('@haykal/ui/tooltip/tooltips.ts')
  serveTooltips()
}

void begin()
followLinks(router.history)
watchRecovery({ client, queries })
fetchRecordScreens()
void nameIcons()
followServer({ client, queries, router })
