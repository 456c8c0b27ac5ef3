/** What rules may know of whoever asks: `$me` and its fields. */
import type { Json, Me } from '@haykal/model'
import type { DeclaredPeople } from './declared-people.ts'
import type { Person } from './person.ts'

/** A person's own: id, name, email, role, groups, and every attribute that the project declares; null for what was never given. */
export function meOf(declared: DeclaredPeople, { id, name, email, role, groups, attributes }: Person): Me {
  return { ...attributesOf(declared, attributes), id, name, email, role, groups }
}

/** Of nobody in particular who has this role: nothing else is known. */
export function meOfRole(declared: DeclaredPeople, role: string): Me {
  return { ...attributesOf(declared, {}), id: null, name: null, email: null, role, groups: [] }
}

/** Only what is declared: an attribute that the project gave up means nothing to any rule. */
function attributesOf({ attributes }: DeclaredPeople, given: { readonly [name: string]: Json }): Me {
  return Object.fromEntries(attributes.map(({ name }) => [name, given[name] ?? null]))
}
