/** `haykal user create`: a person who may sign in, made at the terminal. */
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { HaykalError, type RoleName, readyRoles } from '@haykal/model'
import { Mistake } from '../mistake.ts'
import { type Call, textFlag } from './command.ts'
import { withOwnDatabase } from './own-data.ts'

/** Creates the person, and tells who it is. */
export async function run(call: Call): Promise<void> {
  const { terminal, words, isJson } = call
  const [email, target] = words
  if (email === undefined) throw new Mistake('Name the email address of the person: see "haykal user create --help".')
  const role = readRole(textFlag(call, 'role'))
  if (call.flags['password-stdin'] !== true) {
    throw new Mistake(
      'Give the password on the input and say so with --password-stdin: a password among the arguments would stay in the history of the shell.',
    )
  }
  const password = (await terminal.readInput()).replace(/\r?\n$/, '')
  const name = textFlag(call, 'name') ?? email.split('@')[0] ?? email
  await withOwnDatabase(call, target, async ({ auth }) => {
    const person = await auth.createPerson({ email, name, password, role }).catch((error: unknown) => {
      throw explained(error)
    })
    terminal.out(isJson ? JSON.stringify(person) : `Created ${person.name} <${person.email}> as ${person.role}.`)
  })
}

function readRole(text: string | undefined): RoleName {
  const role = readyRoles.find((each) => each === text)
  if (!role) throw new Mistake(`Say what the person may do with --role: ${readyRoles.join(', ')}.`)
  return role
}

/** Every problem in words, on one line. */
function explained(error: unknown): unknown {
  if (!(error instanceof HaykalError) || error.details.problems === undefined) return error
  const english = createTranslator(en, 'en')
  const problems = error.details.problems.map((problem) => `${problem.pointer.slice(1)}: ${english.problem(problem)}`)
  return new Mistake(`The person was not created. ${problems.join(' ')}`, error)
}
