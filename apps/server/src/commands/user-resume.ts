/** `haykal user resume`: lets a suspended person sign in again. */
import type { Call } from './command.ts'
import { withPerson } from './person-at-terminal.ts'

/** Does so, and tells who it was. */
export async function run(call: Call): Promise<void> {
  await withPerson(call, 'user resume', async (roster, { id }) => {
    const person = await roster.resume(id)
    call.terminal.out(call.isJson ? JSON.stringify(person) : `${person.name} <${person.email}> may sign in again.`)
  })
}
