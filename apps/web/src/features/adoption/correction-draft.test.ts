import type { ModelDefinition } from '@haykal/model'
import { describe, expect, test } from 'vitest'
import { correctField, correctModel, countChanges, guessedModel, tidied, withField } from './correction-draft.ts'

const guess: ModelDefinition = {
  name: 'Customer',
  label: 'Customer',
  plural: 'Customers',
  key: 'CustomerId',
  title: 'LastName',
  fields: {
    CustomerId: { kind: 'integer', hidden: true },
    LastName: { kind: 'text', label: 'Last name' },
    joined: { kind: 'datetime', written: 'seconds' } as ModelDefinition['fields'][string],
  },
}

test('fills in what a guess leaves to be understood', () => {
  expect(guessedModel({ name: 'tbl_a', fields: { id: { kind: 'integer' } } })).toEqual({
    label: 'Tbl a',
    plural: 'Tbl a',
    title: 'id',
    hidden: false,
    key: ['id'],
  })
})

describe('a correction of a model', () => {
  test('says what differs from the guess, and nothing else', () => {
    const hidden = correctModel({}, guess, { part: 'hidden', value: true })
    expect(hidden).toEqual({ hidden: true })
    expect(correctModel(hidden, guess, { part: 'hidden', value: false })).toEqual({})
    expect(correctModel({ title: 'joined' }, guess, { part: 'title', value: 'LastName' })).toEqual({})
    expect(correctModel({}, guess, { part: 'key', value: ['CustomerId'] })).toEqual({})
  })

  test('keeps a label while it is typed, even where it passes the guess', () => {
    expect(correctModel({}, guess, { part: 'label', value: 'Customer' })).toEqual({ label: 'Customer' })
  })
})

describe('a correction of a field', () => {
  test('says what differs from the guess, and is gone with the last of it', () => {
    const shown = correctField({}, guess, { field: 'CustomerId', part: 'hidden', value: false })
    expect(shown).toEqual({ fields: { CustomerId: { hidden: false } } })
    expect(correctField(shown, guess, { field: 'CustomerId', part: 'hidden', value: true })).toEqual({})
  })

  test('names another kind, and the guessed one by saying nothing', () => {
    const whole = correctField({ title: 'joined' }, guess, { field: 'joined', part: 'as', value: { kind: 'integer' } })
    expect(whole).toEqual({ title: 'joined', fields: { joined: { as: { kind: 'integer' } } } })
    expect(correctField(whole, guess, { field: 'joined', part: 'as', value: undefined })).toEqual({ title: 'joined' })
  })

  test('leaves the other fields alone', () => {
    const two = { fields: { joined: { hidden: true }, LastName: { label: 'Name' } } }
    expect(withField(two, 'joined', {})).toEqual({ fields: { LastName: { label: 'Name' } } })
  })
})

test('counts the places in which two corrections differ', () => {
  const one = { title: 'joined', fields: { joined: { hidden: true, label: 'Joined' } } }
  expect(countChanges(one, one)).toBe(0)
  expect(countChanges({}, one)).toBe(3)
  expect(countChanges(one, { fields: { joined: { hidden: false, label: 'Joined' } } })).toBe(2)
})

test('keeps a correction without what equals the guess, and names with their spaces', () => {
  const draft = {
    label: ' Client ',
    plural: 'Customers',
    title: ' odd column ',
    fields: { LastName: { label: ' Last name' }, joined: { label: { ar: 'انضم' } } },
  }
  expect(tidied(draft, guess)).toEqual({
    label: 'Client',
    title: ' odd column ',
    fields: { joined: { label: { en: 'Joined', ar: 'انضم' } } },
  })
})
