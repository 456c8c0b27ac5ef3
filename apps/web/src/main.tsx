/** Where the browser begins: asks who is asking and fetches the language at the same time, then draws. */
import { createClient } from '@haykal/contract/client'
import '@haykal/ui/styles/tokens.css'
import '@haykal/ui/styles/reset.css'
import '@haykal/ui/styles/fonts.css'
import './app/beginning.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { followServer } from './app/dev-updates.ts'
import { followLinks } from './app/link-clicks.ts'
import { createQueryClient } from './app/query-client.ts'
import { watchRecovery } from './app/recovery.ts'
import { createAppRouter } from './app/router.tsx'
import { bootOptions } from './features/boot/boot-options.ts'
import { ownClock } from './features/preferences/own-clock.ts'
import { beginPreferences } from './features/preferences/shown-preferences.ts'
import { noticeEnd } from './features/session/end-session.ts'

const client = createClient({ clock: ownClock })
const queries = createQueryClient(() => void noticeEnd({ client, queries, router }))
const router = createAppRouter({ client, queries })

async function begin(): Promise<void> {
  void queries.prefetchQuery(bootOptions(client))
  await Promise.all([beginPreferences(), router.load()])
  const element = document.getElementById('root')
  if (!element) throw new Error('The page has no place for the application')
  // All that is known at once, in a transition: drawn in slices, between which a press is answered. The sign of the page stays until then.
  startTransition(() => createRoot(element).render(<App {...{ client, queries, router }} />))
}

/**
 * What the first screen does without is fetched once it stands: the names of icons, which nobody reads in the first second, and the
 * code of a record's page, so that opening the first record waits for no code.
 */
function fetchTheRest(): void {
  const stop = router.subscribe('onRendered', () => {
    stop()
    // Without a network the one is missing, and the other fetched when it is needed.
    setTimeout(() => void nameIcons().catch(() => undefined), 500)
    setTimeout(() => void import('./app/record-routes.tsx').catch(() => undefined), 600)
  })
}

/**
 * On a first visit our own letters come with the first press: the page would be laid out anew while one begins to read, and changes
 * with a press anyhow. On later visits they are at hand, and shown from the beginning.
 */
function fetchFonts(): void {
  const acts = ['pointerdown', 'keydown'] as const
  const onAct = () => {
    for (const act of acts) removeEventListener(act, onAct, true)
    // After the answer to the press.
    setTimeout(() => {
      delete document.documentElement.dataset.firstVisit
    }, 100)
  }
  if (document.documentElement.dataset.firstVisit === undefined) return
  for (const act of acts) addEventListener(act, onAct, true)
}

async function nameIcons(): Promise<void> {
  const { serveTooltips } = await import('@haykal/ui/tooltip/tooltips.ts')
  serveTooltips()
}

void begin()
followLinks(router.history)
watchRecovery({ client, queries })
fetchTheRest()
fetchFonts()
followServer({ client, queries, router })
