/** A person as the rest of Haykal knows them, and how a name, an email address and a group must look. */
import { isJsonObject, isStorableText, type JsonObject, type Problem, type RoleName } from '@haykal/model'
import type { PersonRecord } from '../tables/own-models.ts'

/** Someone who may sign in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: RoleName
  /** Names of groups, in the order of their letters. */
  readonly groups: readonly string[]
  /** What the project asks of people, by name; what was never given is absent. */
  readonly attributes: JsonObject
}

/** What a new person needs. */
export interface NewPerson {
  readonly email: string
  readonly name: string
  /** Absent: nobody can sign in as this person until they have set one. */
  readonly password?: string
  readonly role: RoleName
  readonly groups?: readonly string[]
  readonly attributes?: JsonObject
}

/** Without what only we need to know. */
export function presentPerson({ id, name, email, role, groups, attributes }: PersonRecord): Person {
  return { id, name, email, role, groups: groupsIn(groups), attributes: isJsonObject(attributes) ? attributes : {} }
}

function groupsIn(groups: PersonRecord['groups']): readonly string[] {
  return Array.isArray(groups) ? groups.map(String) : []
}

/** The one form by which a person is found: neither case nor space nor the way a letter is composed makes another address. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

/** Groups as they are kept: without spaces around, each once, in the order of their letters. */
export function tidyGroups(groups: readonly string[]): readonly string[] {
  return [...new Set(groups.map((group) => group.normalize('NFC').trim()))].toSorted()
}

/** As long as an address may be (RFC 5321 with the erratum that made it 254). */
const longestEmail = 254
const longestName = 200
const longestGroup = 60
const mostGroups = 50

/** What is wrong with a name, an email address and groups, each with its place in the request; what is absent is not looked at. */
export function problemsOfPerson({ email, name, groups }: Partial<NewPerson>): Problem[] {
  return [
    ...(email === undefined ? [] : problemsOfEmail(email.trim())),
    ...(name === undefined ? [] : problemsOfName(name.trim())),
    ...(groups === undefined ? [] : problemsOfGroups(groups)),
  ]
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

function problemsOfGroups(groups: readonly string[]): Problem[] {
  const pointer = '/groups'
  const names = tidyGroups(groups)
  if (names.length > mostGroups) return [{ pointer, code: 'too_large', params: { max: mostGroups } }]
  if (names.some((name) => name.length > longestGroup))
    return [{ pointer, code: 'too_long', params: { max: longestGroup } }]
  return names.every((name) => name !== '' && isOneLine(name)) ? [] : [{ pointer, code: 'malformed' }]
}

/** One @ with something on both sides, no space, and nothing that a mail program could take for a second address. */
function isEmail(text: string): boolean {
  return /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+$/u.test(text) && isOneLine(text)
}

function isOneLine(text: string): boolean {
  return isStorableText(text) && !/\p{Cc}/u.test(text)
}
