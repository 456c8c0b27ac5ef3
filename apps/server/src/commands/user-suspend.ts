/** `haykal user suspend`: lets a person sign in no more. */
import type { Call } from './command.ts'
import { withPerson } from './person-at-terminal.ts'

/** Does so, and tells who it was. */
export async function run(call: Call): Promise<void> {
  await withPerson(call, 'user suspend', async (roster, { id }) => {
    const person = await roster.suspend(id)
    call.terminal.out(
      call.isJson
        ? JSON.stringify(person)
        : `${person.name} <${person.email}> is suspended, and signed out everywhere.`,
    )
  })
}
