import { fieldKinds, integer, money, relation, text } from '@haykal/fields'
import { type AnyRecord, type FieldDefinition, type Model, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { contentOf, continueDraft } from './draft-content.ts'
import { beginDraft, changeValue, checkDraft, type RecordDraft } from './record-draft.ts'

const fields = {
  title: text({ maxLength: 20 }),
  words: integer({ min: 0 }),
  order: relation({ to: 'orders' }),
  fee: money({ currency: 'EUR', sensitive: true }),
}

function modelOf(given: { readonly [name: string]: FieldDefinition }): Model {
  const [model] = resolveModels([{ name: 'articles', fields: given }], { kinds: fieldKinds, isPartial: true }).all
  if (!model) throw new Error('there is no model')
  return model
}

const now = new Date('2026-11-21T10:42:00.000Z')
const model = modelOf(fields)
const stored: AnyRecord = { id: 1, title: 'Rain', words: 3, order: null, fee: null }

function typed(values: AnyRecord, purpose: RecordDraft['purpose'] = 'edit'): RecordDraft {
  return Object.entries(values).reduce(
    (draft, [name, value]) => {
      const field = model.field(name)
      return field ? changeValue(draft, field, value) : draft
    },
    beginDraft(model, purpose, stored),
  )
}

function kept(values: AnyRecord, given: AnyRecord = {}) {
  const content = contentOf(typed(values), given, now)
  if (!content) throw new Error('nothing is kept')
  return { ...content, name: 'a' }
}

describe('what is kept of a draft', () => {
  test('is what was typed, with what it is based on', () => {
    expect(contentOf(typed({ title: 'Snow' }), {}, now)).toEqual({
      typedAt: '2026-11-21T10:42:00.000Z',
      values: { title: 'Snow' },
      base: { title: 'Rain' },
      notKept: [],
    })
  })

  test('leaves out what is sensitive and what is too long, and names it', () => {
    const { values, base, notKept } = kept({ title: 'Snow', fee: '7.50', words: 4 })
    expect([Object.keys(values), Object.keys(base), notKept]).toEqual([['title', 'words'], ['title', 'words'], ['fee']])
    expect(contentOf(typed({ title: 'x'.repeat(200_001) }), {}, now)).toBeUndefined()
  })

  test('is nothing where nothing was typed, or only what is sensitive', () => {
    expect(contentOf(typed({}), { order: 7 }, now)).toBeUndefined()
    expect(contentOf(typed({ fee: '7.50' }), { order: 7 }, now)).toBeUndefined()
  })
})

describe('a draft that is gone on with', () => {
  test('keeps its base, so that what others wrote since is found out', () => {
    const begun = beginDraft(model, 'edit', { ...stored, title: 'Hail', words: 9 })
    const continued = continueDraft(begun, kept({ title: 'Snow' }))
    expect(continued && checkDraft(continued.draft, now).edit).toEqual({
      values: { title: 'Snow' },
      base: { title: 'Rain' },
    })
    expect(continued?.draft.stored.words).toBe(9)
  })

  test('leaves out fields that are gone, that may not be set any more, and that hold other values now', () => {
    const changed = modelOf({
      ...fields,
      title: integer(),
      words: integer({ readOnly: true }),
      order: relation({ to: 'orders' }),
    })
    const content = kept({ title: 'Snow', words: 4, order: 7, fee: '7.50' })
    const values = { ...content.values, mood: 'calm' }
    const continued = continueDraft(beginDraft(changed, 'edit', stored), { ...content, values })
    expect(continued?.draft.values).toEqual({ order: 7 })
    expect(continued?.gone).toEqual(['title', 'words', 'mood'])
    expect(continued?.notKept.map(({ name }) => name)).toEqual(['fee'])
  })

  test('is over once the record holds what was typed', () => {
    const begun = beginDraft(model, 'edit', { ...stored, title: 'Snow' })
    expect(continueDraft(begun, kept({ title: 'Snow' }))).toBeUndefined()
  })

  test('of a new record keeps the parent that it was begun with', () => {
    const begun = beginDraft(model, 'create', { title: null, words: 0, order: 9, fee: null })
    const continued = continueDraft(begun, kept({ title: 'Snow' }, { order: 7 }))
    expect(continued && checkDraft(continued.draft, now).edit?.values).toEqual({ title: 'Snow', words: 0, order: 7 })
  })
})
