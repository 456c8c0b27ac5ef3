/** What the endpoints of changes answer: history, undo, trash, and changes of many records. */
import { changeMeans, type EndpointName, keptReasons } from '@haykal/contract'
import type { JsonSchema } from '@haykal/model'

const text: JsonSchema = { type: 'string' }
const count: JsonSchema = { type: 'integer', minimum: 0 }
const next: JsonSchema = { type: ['string', 'null'], description: 'What to go on with; null: this was the end.' }
const anyObject: JsonSchema = { type: 'object', additionalProperties: true }
const act: JsonSchema = { type: 'string', enum: ['create', 'edit', 'remove'] }
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

function objectOf(
  properties: { readonly [name: string]: JsonSchema },
  optional: { readonly [name: string]: JsonSchema } = {},
): JsonSchema {
  return { type: 'object', required: Object.keys(properties), properties: { ...properties, ...optional } }
}

const actor: JsonSchema = {
  type: ['object', 'null'],
  description: 'Null: nobody who is known.',
  properties: { id: text, name: { type: ['string', 'null'], description: 'Null: no longer here.' } },
}
const head = {
  id: { ...text, description: 'Empty: noticed a moment ago, and not written down yet.' },
  at: { type: 'string', format: 'date-time' },
  by: actor,
  means: { type: 'string', enum: changeMeans },
} as const
const headExtras = {
  action: { description: 'The label of the action by which it was done.' },
  undoes: { ...text, description: 'The change-set that it took back.' },
  undoneBy: { ...text, description: 'The latest change-set that took it back.' },
} as const
const setHead = objectOf(head, headExtras)
const fields: JsonSchema = {
  type: 'object',
  description: 'By field, what was there before and after; `sealed`: neither is told.',
  additionalProperties: objectOf({ before: {}, after: {} }, { sealed: { type: 'boolean', const: true } }),
}
const change = objectOf({
  id: text,
  set: setHead,
  model: text,
  record: text,
  title: text,
  act,
  isThere: { type: 'boolean' },
  fields,
})
const counted = objectOf({ model: text, act, count })
const changeSet = objectOf(
  {
    ...head,
    counts: listOf(counted),
    isMore: { type: 'boolean', description: 'There are more than were counted.' },
    first: objectOf({
      model: text,
      record: text,
      title: text,
      act,
      isThere: { type: 'boolean' },
      fields: listOf(text),
    }),
  },
  headExtras,
)
const pageMeta = objectOf({ next, titles: anyObject })
const changePage = objectOf({ data: listOf(change), meta: pageMeta })
const kept = objectOf(
  { model: text, record: text, title: text, reason: { type: 'string', enum: keptReasons }, fields: listOf(text) },
  { code: text },
)
const many = objectOf({
  changeSet: { type: ['string', 'null'], description: 'Null: nothing was written yet.' },
  done: { ...count, description: 'In all steps so far.' },
  keptCount: { ...count, description: 'How many were left as they are, in all steps so far.' },
  kept: { ...listOf(kept), description: 'Those of this step, at most 100.' },
  total: count,
  next,
})
const days: JsonSchema = { type: ['integer', 'null'], description: 'Days; null: for ever.' }
const retention = objectOf({ history: days, trash: days })

/** What each of them answers, by endpoint. */
export const changeReplies = {
  recordHistory: changePage,
  listTrash: objectOf({
    data: listOf(objectOf({ set: setHead, record: text, title: text, together: count, values: anyObject })),
    meta: pageMeta,
  }),
  emptyTrash: objectOf({ emptied: count }),
  countMany: objectOf({ found: count, allowed: count, asOf: text }),
  editMany: many,
  removeMany: many,
  runAction: objectOf({ changeSet: { type: ['string', 'null'] } }),
  listChanges: objectOf({ data: listOf(changeSet), meta: objectOf({ next, people: listOf(anyObject) }) }),
  exportChanges: text,
  readChanges: objectOf({ set: changeSet, data: listOf(change), meta: pageMeta }),
  previewUndo: objectOf({
    set: setHead,
    total: count,
    back: listOf(counted),
    keptCount: count,
    kept: listOf(kept),
    clearable: count,
    isDone: { type: 'boolean' },
  }),
  undoChanges: many,
  readRetention: retention,
  saveRetention: retention,
} satisfies { readonly [name in EndpointName]?: JsonSchema }
