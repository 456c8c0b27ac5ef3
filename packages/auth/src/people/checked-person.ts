/** What somebody wants to keep of a person, checked against what the project declares: parsed values, or every problem at once. */
import { type JsonObject, type Problem, parseDraft, type RoleName } from '@haykal/model'
import type { PersonRecord } from '../tables/own-models.ts'
import type { DeclaredPeople } from './declared-people.ts'
import { foldEmail, type NewPerson, problemsOfPerson, tidyGroups } from './person.ts'

/** What may change of a person. What is absent stays; of the attributes, those that are not named stay too. */
export interface PersonChanges {
  readonly name?: string
  readonly email?: string
  readonly role?: RoleName
  readonly groups?: readonly string[]
  readonly attributes?: JsonObject
}

/** Values, or all that is wrong with them. */
export type Checked<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: readonly Problem[] }

type Kept = Omit<PersonRecord, 'id' | 'createdAt' | 'suspendedAt'>

/** A new person's values; defaults of attributes are filled in. */
export function checkedPerson(declared: DeclaredPeople, given: NewPerson): Checked<Kept> {
  const { email, name, role, groups = [] } = given
  const attributes = parseDraft(declared.model, given.attributes ?? {}, { purpose: 'create', now: new Date() })
  const problems = [
    ...problemsOfPerson({ email, name, groups }),
    ...problemsOfRole(declared, role),
    ...(attributes.ok ? [] : attributes.problems.map(inAttributes)),
  ]
  if (!attributes.ok || problems.length > 0) return { ok: false, problems }
  const values = { ...kept({ email, name, groups }), role, attributes: attributes.values }
  return { ok: true, values: values as Kept }
}

/** The values of a change; only what is named is looked at. */
export function checkedChanges(
  declared: DeclaredPeople,
  changes: PersonChanges,
): Checked<PersonChanges & { readonly emailFolded?: string }> {
  const { email, name, role, groups } = changes
  const given = changes.attributes
  const attributes = given && parseDraft(declared.model, given, { purpose: 'edit', now: new Date() })
  const problems = [
    ...problemsOfPerson({
      ...(email === undefined ? {} : { email }),
      ...(name === undefined ? {} : { name }),
      ...(groups === undefined ? {} : { groups }),
    }),
    ...(role === undefined ? [] : problemsOfRole(declared, role)),
    ...(attributes && !attributes.ok ? attributes.problems.map(inAttributes) : []),
  ]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    values: {
      ...kept({ email, name, groups }),
      ...(role === undefined ? {} : { role }),
      ...(attributes?.ok ? { attributes: attributes.values as JsonObject } : {}),
    },
  }
}

function kept({ email, name, groups }: { [Name in 'email' | 'name' | 'groups']: PersonChanges[Name] | undefined }) {
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(email === undefined ? {} : { email: email.trim(), emailFolded: foldEmail(email) }),
    ...(groups === undefined ? {} : { groups: tidyGroups(groups) }),
  }
}

function problemsOfRole({ roleNames }: DeclaredPeople, role: string): Problem[] {
  return roleNames.includes(role) ? [] : [{ pointer: '/role', code: 'not_an_option' }]
}

/** The places of a draft's problems, in a request where the draft stands under `attributes`. */
function inAttributes(problem: Problem): Problem {
  return { ...problem, pointer: problem.pointer.replace(/^\/values/, '/attributes') }
}
