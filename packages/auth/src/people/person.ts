/** A person as the rest of Haykal knows them, and how a name and an email address must look. */
import type { Problem, RoleName } from '@haykal/model'
import type { PersonRecord } from '../tables/own-models.ts'

/** Someone who may sign in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: RoleName
}

/** What a new person needs. */
export interface NewPerson {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly role: RoleName
}

/** Without what only we need to know. */
export function presentPerson({ id, name, email, role }: PersonRecord): Person {
  return { id, name, email, role }
}

/** The one form by which a person is found: neither case nor space nor the way a letter is composed makes another address. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

/** As long as an address may be (RFC 5321 with the erratum that made it 254). */
const longestEmail = 254
const longestName = 200

/** What is wrong with a name and an email address, each with its place in the request. */
export function problemsOfPerson({ email, name }: Pick<NewPerson, 'email' | 'name'>): Problem[] {
  return [...problemsOfEmail(email.trim()), ...problemsOfName(name.trim())]
}

function problemsOfEmail(email: string): Problem[] {
  const pointer = '/email'
  if (email === '') return [{ pointer, code: 'required' }]
  if (email.length > longestEmail) return [{ pointer, code: 'too_long', params: { max: longestEmail } }]
  return isEmail(email) ? [] : [{ pointer, code: 'bad_email' }]
}

function problemsOfName(name: string): Problem[] {
  const pointer = '/name'
  if (name === '') return [{ pointer, code: 'required' }]
  if (name.length > longestName) return [{ pointer, code: 'too_long', params: { max: longestName } }]
  return isOneLine(name) ? [] : [{ pointer, code: 'malformed' }]
}

/** One @ with something on both sides, no space, and nothing that a mail program could take for a second address. */
function isEmail(text: string): boolean {
  return /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+$/u.test(text) && isOneLine(text)
}

function isOneLine(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text)
}
