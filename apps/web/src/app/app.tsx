/** Puts everything together: language, client, cache, router. */
import type { Client } from '@haykal/contract/client'
import type { Catalogue, Language } from '@haykal/messages'
import { LocaleProvider, useLocale } from '@haykal/messages/react'
import { ToastRegion } from '@haykal/ui/toast/toast-region.tsx'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ClientProvider } from 'haykal/web'
import { StrictMode } from 'react'
import { keepLanguage } from '../features/preferences/preferences.ts'
import type { AppRouter } from './router.tsx'

/** What the application is made of. */
export interface AppProps {
  readonly client: Client
  readonly queries: QueryClient
  readonly router: AppRouter
  readonly language: Language
  readonly catalogue: Catalogue
}

/** The application. */
export function App({ client, queries, router, language, catalogue }: AppProps) {
  return (
    <StrictMode>
      <LocaleProvider language={language} catalogue={catalogue} onChange={keepLanguage}>
        <ClientProvider client={client}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
            <Toasts />
          </QueryClientProvider>
        </ClientProvider>
      </LocaleProvider>
    </StrictMode>
  )
}

function Toasts() {
  const { t } = useLocale()
  return <ToastRegion label={t('shell.notifications')} closeLabel={t('app.close')} />
}
