import { fieldKinds, integer, relation } from '@haykal/fields'
import { type ModelDefinition, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { childrenTitles } from './children-titles.ts'

const people: ModelDefinition = { name: 'people', fields: {} }
const teams: ModelDefinition = { name: 'teams', plural: 'Teams', fields: { lead: relation({ to: 'people' }) } }
const members: ModelDefinition = {
  name: 'members',
  plural: 'Memberships',
  key: ['team', 'person'],
  fields: { team: relation({ to: 'teams' }), person: relation({ to: 'people' }) },
  junction: ['team', 'person'],
}
const notes: ModelDefinition = {
  name: 'notes',
  plural: 'Notes',
  fields: { about: relation({ to: 'people' }), n: integer() },
}

function titlesOf(...definitions: readonly ModelDefinition[]) {
  const models = resolveModels([people, ...definitions], { kinds: fieldKinds, isPartial: true })
  const [model] = models.all
  return model && childrenTitles(model, models, 'en')
}

test('children are called what they are, links what they lead to', () => {
  expect(titlesOf(teams, notes)).toEqual(['Teams', 'Notes'])
  expect(titlesOf(notes, members)).toEqual(['Notes', 'Memberships'])
})

test('two groups of the same name say in which way they belong to the record', () => {
  expect(titlesOf(teams, members, notes)).toEqual(['Teams · Lead', 'Teams · Memberships', 'Notes'])
})
