/** Puts everything together: language, client, cache, router. */
import type { Client } from '@haykal/contract/client'
import { LocaleProvider, useLocale } from '@haykal/messages/react'
import { ToastRegion } from '@haykal/ui/toast/toast-region.tsx'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ClientProvider } from 'haykal/web'
import { type ReactNode, StrictMode } from 'react'
import { useShown } from '../features/preferences/shown-preferences.ts'
import type { AppRouter } from './router.tsx'

/** What the application is made of. */
export interface AppProps {
  readonly client: Client
  readonly queries: QueryClient
  readonly router: AppRouter
}

/** The application. */
export function App({ client, queries, router }: AppProps) {
  return (
    <StrictMode>
      <Localized>
        <ClientProvider client={client}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
            <Toasts />
          </QueryClientProvider>
        </ClientProvider>
      </Localized>
    </StrictMode>
  )
}

function Localized({ children }: { readonly children: ReactNode }) {
  const { chosen, language, catalogue } = useShown()
  const { digits, calendar, timeZone } = chosen
  return (
    <LocaleProvider
      language={language}
      catalogue={catalogue}
      {...(digits && { digits })}
      {...(calendar && { calendar })}
      {...(timeZone && { timeZone })}
    >
      {children}
    </LocaleProvider>
  )
}

function Toasts() {
  const { t } = useLocale()
  return <ToastRegion label={t('shell.notifications')} closeLabel={t('app.close')} />
}
