/** `haykal user reset-password`: makes a one-time address with which a person sets another password. */
import { passwordAddress } from '../http/password-address.ts'
import type { Call } from './command.ts'
import { withPerson } from './person-at-terminal.ts'
import { originOf, settingsOf } from './serve-target.ts'

/** Prints the address. */
export async function run(call: Call): Promise<void> {
  const settings = settingsOf(call)
  const origin = originOf(settings, settings.port)
  await withPerson(call, 'user reset-password', async (roster, { id, name, email }) => {
    const { path, expiresAt } = passwordAddress(await roster.resetPassword(id))
    const address = `${origin}${path}`
    call.terminal.out(
      call.isJson
        ? JSON.stringify({ email, address, expiresAt })
        : `${name} sets a password with this address, once, until ${expiresAt}:\n${address}`,
    )
  })
}
