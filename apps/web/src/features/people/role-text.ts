/** What a role is called: those that every project has, and those of this one. */
import type { OfferedRole } from '@haykal/contract'
import type { Translator } from '@haykal/messages'
import { labelIn } from '@haykal/model'

/** The words for roles, in a language. */
export interface RoleWords {
  readonly t: Translator
  readonly language: string
  /** Undefined: not known yet. */
  readonly roles: readonly OfferedRole[] | undefined
}

/** The name of a role as people read it; one that is offered no more says so. */
export function roleText({ t, language, roles }: RoleWords, name: string): string {
  if (name === 'owner') return t('people.roleOwner')
  if (name === 'editor') return t('people.roleEditor')
  if (name === 'reader') return t('people.roleReader')
  if (roles === undefined) return name
  const role = roles.find((each) => each.name === name)
  return role ? labelIn(role.label ?? name, language) : t('people.roleGone', { role: name })
}
