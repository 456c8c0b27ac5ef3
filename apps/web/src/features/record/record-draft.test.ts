import { fieldKinds, integer, relation, text } from '@haykal/fields'
import { type AnyRecord, type ModelField, resolveModels } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import {
  beginDraft,
  changedNames,
  changeValue,
  checkDraft,
  leaveField,
  markUnreadable,
  moveBase,
  problemsBeside,
  problemsIn,
  type RecordDraft,
  valueIn,
} from './record-draft.ts'

const [article] = resolveModels(
  [
    {
      name: 'articles',
      fields: {
        title: text({ required: true, maxLength: 20 }),
        words: integer({ min: 0 }),
        author: relation({ to: 'authors', required: true }),
        views: integer({ readOnly: true }),
      },
    },
  ],
  { kinds: fieldKinds, isPartial: true },
).all
if (!article) throw new Error('there is no model')
const model = article

function field(name: string): ModelField {
  const found = model.field(name)
  if (!found) throw new Error(`there is no field ${name}`)
  return found
}

const now = new Date('2026-11-21T06:50:00.000Z')
const stored: AnyRecord = { id: 1, title: 'Rain', words: null, author: 7, views: 3 }
const begin = () => beginDraft(model, 'edit', stored)
const change = (draft: RecordDraft, values: AnyRecord) =>
  Object.entries(values).reduce((each, [name, value]) => changeValue(each, field(name), value), draft)

describe('an edit', () => {
  test('holds only what differs from what was seen', () => {
    const draft = change(begin(), { title: 'Snow', words: 5 })
    expect(changedNames(draft)).toEqual(['title', 'words'])
    expect(changedNames(change(draft, { title: 'Rain', words: null }))).toEqual([])
  })

  test('sends each touched field with what it is based on, and nothing else', () => {
    const { edit } = checkDraft(change(begin(), { title: 'Snow', words: 5 }), now)
    expect(edit).toEqual({ values: { title: 'Snow', words: 5 }, base: { title: 'Rain', words: null } })
  })

  test('tells all that is wrong at once', () => {
    const { draft, edit } = checkDraft(change(begin(), { title: null, words: -1 }), now)
    expect(edit).toBeUndefined()
    expect(problemsIn(draft, field('title'))).toMatchObject([{ code: 'required' }])
    expect(problemsIn(draft, field('words'))).toMatchObject([{ code: 'too_small' }])
  })

  test('forgets what was wrong with a field when it is changed', () => {
    const { draft } = checkDraft(change(begin(), { title: null, words: -1 }), now)
    const mended = change(draft, { title: 'Snow' })
    expect(problemsIn(mended, field('title'))).toEqual([])
    expect(problemsIn(mended, field('words'))).toHaveLength(1)
  })

  test('keeps apart what the server says of no field that is shown', () => {
    const draft = { ...begin(), problems: [{ pointer: '/values/views', code: 'read_only' as const }] }
    expect(problemsBeside(draft)).toHaveLength(1)
  })
})

describe('half-typed text', () => {
  const typing = () => markUnreadable(begin(), field('words'), { code: 'bad_number' })

  test('is a change, but is told only when the field is left', () => {
    expect(changedNames(typing())).toEqual(['words'])
    expect(problemsIn(typing(), field('words'))).toEqual([])
    expect(problemsIn(leaveField(typing(), field('words')), field('words'))).toEqual([{ code: 'bad_number' }])
  })

  test('keeps the draft from being sent, and is told then', () => {
    const { draft, edit } = checkDraft(typing(), now)
    expect(edit).toBeUndefined()
    expect(problemsIn(draft, field('words'))).toEqual([{ code: 'bad_number' }])
  })

  test('is forgotten as soon as it is a value', () => {
    const draft = change(leaveField(typing(), field('words')), { words: 4 })
    expect(problemsIn(draft, field('words'))).toEqual([])
    expect(checkDraft(draft, now).edit?.values).toEqual({ words: 4 })
  })
})

describe('a conflict', () => {
  const mine = () => change(begin(), { title: 'Snow', words: 5 })

  test('keeps mine over theirs, on the new base', () => {
    const draft = moveBase(mine(), { title: 'Hail' }, { title: 'Snow' })
    expect(checkDraft(draft, now).edit).toEqual({
      values: { title: 'Snow', words: 5 },
      base: { title: 'Hail', words: null },
    })
  })

  test('takes theirs, which is no change of mine any more', () => {
    const draft = moveBase(mine(), { title: 'Hail' }, { title: 'Hail' })
    expect(valueIn(draft, field('title'))).toBe('Hail')
    expect(checkDraft(draft, now).edit).toEqual({ values: { words: 5 }, base: { words: null } })
  })

  test('moves the base even where theirs is empty', () => {
    const draft = moveBase(change(begin(), { words: 5 }), { words: null }, {})
    expect(checkDraft(draft, now).edit?.base).toEqual({ words: null })
  })
})

describe('a new record', () => {
  test('sends what it began with, and what was filled in', () => {
    const draft = change(beginDraft(model, 'create', { title: null, words: null, author: 7 }), { title: 'Rain' })
    expect(checkDraft(draft, now).edit?.values).toEqual({ title: 'Rain', author: 7 })
    expect(changedNames(draft)).toEqual(['title'])
  })

  test('needs every required field', () => {
    const { draft } = checkDraft(beginDraft(model, 'create', {}), now)
    expect(draft.problems.map(({ pointer }) => pointer)).toEqual(['/values/title', '/values/author'])
  })
})
