/** A view as it is kept, and who is told of it and may change it. What it lists is the affair of whoever knows the rules of its model. */
import { isStorableText, type Json, notAllowed, type Problem, type RoleName } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import type { ViewRecord } from '../tables/own-models.ts'

/** With whom a view is shared: everyone who may read its model, or people of these roles. */
export type Audience = 'everyone' | readonly RoleName[]

/** A view. */
export interface KeptView {
  readonly id: string
  readonly model: string
  /** Who made it; null: they are no longer here. */
  readonly person: string | null
  readonly name: string
  readonly list: Json
  readonly sharedWith: Audience
  /** The roles for which the list of the model opens with it. */
  readonly defaultFor: readonly RoleName[]
}

/** Who asks. */
export interface ViewAsker {
  /** Null: nobody in particular who has the role. */
  readonly id: string | null
  readonly role: RoleName
}

/** The view of a row. */
export function viewOfRow({ id, model, person, name, list, sharedWith, defaultFor }: ViewRecord): KeptView {
  const roles = rolesIn(defaultFor)
  return { id, model, person, name, list, sharedWith: audienceIn(sharedWith), defaultFor: roles }
}

function audienceIn(kept: Json): Audience {
  return kept === 'everyone' ? kept : rolesIn(kept)
}

function rolesIn(kept: Json): readonly RoleName[] {
  return Array.isArray(kept) ? kept.filter((role) => typeof role === 'string') : []
}

/** Whether a role is among those that a view is shared with. */
export function isSharedWith({ sharedWith }: Pick<KeptView, 'sharedWith'>, role: RoleName): boolean {
  return sharedWith === 'everyone' || sharedWith.includes(role)
}

/** Whether anybody but its owner is told of a view. */
export function isShared({ sharedWith }: Pick<KeptView, 'sharedWith'>): boolean {
  return sharedWith === 'everyone' || sharedWith.length > 0
}

/** Owners are told of whatever is shared, as they look after it; nobody is told of what somebody keeps for themselves. */
export function isToldTo(view: KeptView, { id, role }: ViewAsker): boolean {
  if (id !== null && view.person === id) return true
  return isSharedWith(view, role) || (role === 'owner' && isShared(view))
}

/** Of those who are told of it. */
export function mayChange(view: KeptView, { id, role }: ViewAsker): boolean {
  return role === 'owner' || (id !== null && view.person === id)
}

/** With whom a view is shared, as far as the asker may know: roles beside one's own are for owners to know. */
export function audienceFor({ sharedWith }: KeptView, { role }: ViewAsker): Audience {
  if (sharedWith === 'everyone' || role === 'owner') return sharedWith
  return sharedWith.filter((each) => each === role)
}

/** The audience that a change makes. Who withdraws a view altogether does so from roles that they are not told of, too. */
export function changedAudience(before: Audience, asked: Audience, { role }: ViewAsker): Audience {
  if (asked === 'everyone' || before === 'everyone' || role === 'owner' || asked.length === 0) return asked
  return [...new Set([...before.filter((each) => each !== role), ...asked])].toSorted()
}

/** What is wrong with sharing a view so: people share with their own role, owners with any. A role that is not there is none that one could name. */
export function problemsOfAudience(
  asked: Audience,
  { asker, before, roleNames }: { asker: ViewAsker; before: Audience; roleNames: readonly RoleName[] },
): Problem[] {
  const pointer = '/sharedWith'
  const isOwner = asker.role === 'owner'
  if (asked === 'everyone')
    return isOwner || before === 'everyone' ? [] : [{ pointer, code: 'not_an_option', params: { value: asked } }]
  const known: readonly string[] = isOwner ? roleNames : [asker.role]
  const isKept = (role: string) => isOwner && before !== 'everyone' && before.includes(role)
  return asked.flatMap((role, index): Problem[] =>
    known.includes(role) || isKept(role)
      ? []
      : [{ pointer: `${pointer}/${index}`, code: 'not_an_option', params: { value: role } }],
  )
}

/** Only owners say what a role begins with, and only a view that the role is told of. */
export function problemsOfDefaults(
  asked: readonly RoleName[] | undefined,
  { asker, after, roleNames }: { asker: ViewAsker; after: KeptView; roleNames: readonly RoleName[] },
): Problem[] {
  if (asked === undefined) return []
  if (asker.role !== 'owner') throw notAllowed()
  return asked.flatMap((role, index): Problem[] =>
    roleNames.includes(role) && isSharedWith(after, role)
      ? []
      : [{ pointer: `/defaultFor/${index}`, code: 'not_an_option', params: { value: role } }],
  )
}

/** A name as it is kept. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim()
}

const longestName = 80

/** What is wrong with the name of a view among those that its owner has of the same model. */
export function problemsOfName(name: string, others: readonly Pick<KeptView, 'name'>[]): Problem[] {
  const pointer = '/name'
  if (name === '') return [{ pointer, code: 'required' }]
  if (name.length > longestName) return [{ pointer, code: 'too_long', params: { max: longestName } }]
  if (!isStorableText(name) || /\p{Cc}/u.test(name)) return [{ pointer, code: 'malformed' }]
  const folded = foldText(name)
  return others.some((other) => foldText(other.name) === folded) ? [{ pointer, code: 'view_name_taken' }] : []
}
