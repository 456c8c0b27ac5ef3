/** `haykal user reset-password`: makes a one-time address with which a person sets another password. */
import type { Call } from './command.ts'
import { withPerson } from './person-at-terminal.ts'
import { settingsOf } from './serve-target.ts'

/** Prints the address. */
export async function run(call: Call): Promise<void> {
  const { publicUrl, host, port } = settingsOf(call)
  const origin = publicUrl?.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  await withPerson(call, 'user reset-password', async (roster, { id, name, email }) => {
    const { token, expiresAt } = await roster.resetPassword(id)
    const address = `${origin}/-/password#${token}`
    call.terminal.out(
      call.isJson
        ? JSON.stringify({ email, address, expiresAt })
        : `${name} sets a password with this address, once, until ${expiresAt}:\n${address}`,
    )
  })
}
