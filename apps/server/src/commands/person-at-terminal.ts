/** The person that a command is about, found by their address, in the database that holds them. */
import type { ListedPerson, Roster } from '@haykal/auth'
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { HaykalError } from '@haykal/model'
import { Mistake } from '../mistake.ts'
import type { Call } from './command.ts'
import { withOwnDatabase } from './own-data.ts'

/** Finds the person and does something with them. Throws `Mistake` for nobody, and for what is refused. */
export async function withPerson(
  call: Call,
  name: string,
  work: (roster: Roster, person: ListedPerson) => Promise<void>,
): Promise<void> {
  const [email, target] = call.words
  if (email === undefined) throw new Mistake(`Name the email address of the person: see "haykal ${name} --help".`)
  await withOwnDatabase(call, target, async ({ auth: { roster } }) => {
    const person = await roster.find(email)
    if (!person) throw new Mistake(`Nobody has the address ${email}.`)
    await work(roster, person).catch((error: unknown) => {
      if (!(error instanceof HaykalError)) throw error
      throw new Mistake(createTranslator(en, 'en').error({ code: error.code }), error)
    })
  })
}
