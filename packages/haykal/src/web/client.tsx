/** Gives the typed client to everything below it. */
import type { Client } from '@haykal/contract/client'
import { createContext, type ReactNode, useContext } from 'react'

const ClientContext = createContext<Client | undefined>(undefined)

/** Provides the client; the app does so once. */
export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>
}

/** The client. Throws outside of `ClientProvider`. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient is called outside of ClientProvider')
  return client
}
