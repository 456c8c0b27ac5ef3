/** What the sorts of objects in a database are called. */
import type { MessageKey } from '@haykal/messages'
import type { AdoptedObject } from '@haykal/model'

const keys = {
  table: 'adoption.table',
  view: 'adoption.view',
  virtual: 'adoption.virtual',
  shadow: 'adoption.shadow',
} as const satisfies { readonly [Type in AdoptedObject['type']]: MessageKey }

/** The key of the word. */
export function objectWord(type: AdoptedObject['type']): (typeof keys)[AdoptedObject['type']] {
  return keys[type]
}
