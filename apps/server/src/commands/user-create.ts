/** `haykal user create`: a person who may sign in, made at the terminal. */
import type { DeclaredPeople } from '@haykal/auth'
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { HaykalError, type JsonObject, readyRoles } from '@haykal/model'
import { Mistake } from '../mistake.ts'
import { type Call, textFlag, textsFlag } from './command.ts'
import { withOwnDatabase } from './own-data.ts'

/** Creates the person, and tells who it is. */
export async function run(call: Call): Promise<void> {
  const { terminal, words, isJson } = call
  const [email, target] = words
  if (email === undefined) throw new Mistake('Name the email address of the person: see "haykal user create --help".')
  const role = textFlag(call, 'role')
  if (role === undefined) throw unknownRole(readyRoles)
  if (call.flags['password-stdin'] !== true) {
    throw new Mistake(
      'Give the password on the input and say so with --password-stdin: a password among the arguments would stay in the history of the shell.',
    )
  }
  const password = (await terminal.readInput()).replace(/\r?\n$/, '')
  const name = textFlag(call, 'name') ?? email.split('@')[0] ?? email
  await withOwnDatabase(call, target, async ({ auth }) => {
    const { declared } = auth
    if (!declared.roleNames.includes(role)) throw unknownRole(declared.roleNames)
    const attributes = readAttributes(textsFlag(call, 'attribute'), declared)
    const person = await auth.createPerson({ email, name, password, role, attributes }).catch((error: unknown) => {
      throw explained(error)
    })
    terminal.out(isJson ? JSON.stringify(person) : `Created ${person.name} <${person.email}> as ${person.role}.`)
  })
}

function unknownRole(known: readonly string[]): Mistake {
  return new Mistake(`Say what the person may do with --role: ${known.join(', ')}.`)
}

/** What the project asks, as typed: `country=EG`. What is wrong with a value is said with everything else. */
function readAttributes(typed: readonly string[], { attributes }: DeclaredPeople): JsonObject {
  return Object.fromEntries(
    typed.map((each) => {
      const [, name = '', text = ''] = /^([^=]+)=(.*)$/s.exec(each) ?? []
      const field = attributes.find((one) => one.name === name)
      if (!field)
        throw new Mistake(
          `--attribute ${each}: write NAME=VALUE; ${attributes.length === 0 ? 'this project asks nothing of people' : `known are ${attributes.map((one) => one.name).join(', ')}`}.`,
        )
      const parsed = field.kind.fromText(text, field.options)
      return [name, parsed.ok ? parsed.value : text]
    }),
  )
}

/** Every problem in words, on one line. */
function explained(error: unknown): unknown {
  if (!(error instanceof HaykalError) || error.details.problems === undefined) return error
  const english = createTranslator(en, 'en')
  const problems = error.details.problems.map((problem) => `${problem.pointer.slice(1)}: ${english.problem(problem)}`)
  return new Mistake(`The person was not created. ${problems.join(' ')}`, error)
}
