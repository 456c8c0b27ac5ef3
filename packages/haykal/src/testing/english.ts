/** How tests are told what went wrong: in English, as `haykal explain` says it. */
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import type { Problem } from '@haykal/model'

/** The texts. */
export const english = createTranslator(en, 'en')

/** The field that a problem is about; empty: the record as a whole. */
export function fieldOf({ pointer }: Problem): string {
  const [, , name = ''] = pointer.split('/')
  return name.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Names, with commas between them. */
export function listOf(names: readonly string[]): string {
  return names.join(', ')
}
