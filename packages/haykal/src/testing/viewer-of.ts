/** Makes somebody to ask as, from what the project declares of its people; says what was never declared. */
import { type DeclaredPeople, meOf } from '@haykal/auth'
import { nobody, parseDraft, type RoleName, type Viewer } from '@haykal/model'
import type { Project } from '../define-project.ts'
import { english, fieldOf, listOf } from './english.ts'
import type { AttributesIn } from './project-names.ts'

/** What is known of somebody beside their role. */
export interface AboutPerson<P extends Project = Project> {
  /** `$me` in rules; absent: made from the role. */
  readonly id?: string
  readonly name?: string
  readonly email?: string
  /** `$me.groups` in rules. */
  readonly groups?: readonly string[]
  /** What the project asks of its people: `$me.country` in rules. */
  readonly attributes?: AttributesIn<P>
}

/** Somebody of a role. Throws for a role that nobody can have, and for attributes that are not declared or not as they should be, all at once. */
export function viewerOf(declared: DeclaredPeople, role: RoleName, about: AboutPerson): Viewer {
  const roles = [...declared.roleNames, 'public']
  if (!roles.includes(role)) throw new Error(`There is no role "${role}" in the project: there are ${listOf(roles)}.`)
  if (role === 'public') {
    if (Object.keys(about).length > 0) throw new Error('Of the public nothing is known: give it nothing but its role.')
    return nobody
  }
  const { id = `the ${role}`, name = `The ${role}`, email = `${role}@example.com`, groups = [] } = about
  const attributes = attributesOf(declared, role, about.attributes ?? {})
  return { id, role, me: meOf(declared, { id, name, email, role, groups, attributes }) }
}

function attributesOf({ model, attributes }: DeclaredPeople, role: string, given: unknown) {
  const parsed = parseDraft(model, given, { purpose: 'create', now: new Date() })
  if (parsed.ok) return parsed.values
  const known = listOf(attributes.map((field) => field.name)) || 'none'
  const said = parsed.problems.map((problem) => `${fieldOf(problem)}: ${english.problem(problem)}`).join(' ')
  throw new Error(`The ${role} cannot be so. ${said} The attributes that the project declares: ${known}.`)
}
