import { choice, date, decimal, fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { type Model, type ModelDefinition, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { besideCard, cardLayoutOf } from './card-layout.ts'

function modelOf(model: ModelDefinition): Model {
  const resolved = resolveModels([model], { kinds: fieldKinds, isPartial: true }).get(model.name)
  if (!resolved) throw new Error('There is no such model')
  return resolved
}

function layoutNames(definition: ModelDefinition) {
  const resolved = modelOf(definition)
  const { name, amount, state, rest } = cardLayoutOf(resolved)
  return { name: name.name, amount: amount?.name, state: state?.name, rest: rest.map((field) => field.name) }
}

const fields = {
  number: integer({ required: true }),
  author: relation({ to: 'authors' }),
  status: choice({ options: ['draft', 'live'] }),
  placedAt: date(),
  price: decimal({ scale: 2 }),
  note: longText(),
}

test('says whom a numbered record is about, with amount and state at the end', () => {
  const columns = ['number', 'author', 'status', 'placedAt', 'price', 'note']
  expect(layoutNames({ name: 'articles', title: 'number', fields, list: { columns } })).toEqual({
    name: 'author',
    amount: 'price',
    state: 'status',
    rest: ['number', 'placedAt'],
  })
})

test('says the title where it is a text', () => {
  const named = { name: 'tags', title: 'word', fields: { word: text({ required: true }), uses: integer() } }
  expect(layoutNames(named)).toMatchObject({ name: 'word', amount: 'uses', state: undefined })
})

test('says the first column where nothing speaks', () => {
  expect(layoutNames({ name: 'pairs', fields: { left: integer(), right: integer() } })).toMatchObject({ name: 'id' })
})

test('knows which columns may be why a record was found, though they have no place on the card', () => {
  const columns = ['number', 'author', 'status', 'placedAt', 'price', 'note']
  const searched = { ...fields, note: longText({ searchable: true }) }
  const model = modelOf({ name: 'articles', title: 'number', fields: searched, list: { columns } })
  expect(besideCard(model, cardLayoutOf(model)).map(({ name }) => name)).toEqual(['note'])
})
