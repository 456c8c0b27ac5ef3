/** The project of the generated matrix: what is hidden in it has a name and a value of its own, so that every leak shows. */

import { fieldExamples } from '@haykal/fields/examples'
import type { FieldDefinition } from '@haykal/model'
import { boolean, defineModel, defineProject, fieldKinds, integer, longText, relation, text } from 'haykal'

/** A group of people; what it says of itself is hidden from readers. */
const teams = defineModel({
  name: 'teams',
  title: 'name',
  fields: { name: text({ required: true }), motto: text({ searchable: true }) },
})

/** Somebody with a secret. */
const persons = defineModel({
  name: 'persons',
  title: 'name',
  fields: {
    name: text({ required: true }),
    team: relation({ to: 'teams' }),
    mentor: relation({ to: 'persons' }),
    secret: text({ searchable: true }),
    wage: integer(),
  },
})

/** What somebody wrote, for themselves or for all. */
const notes = defineModel({
  name: 'notes',
  title: 'title',
  fields: {
    title: text({ required: true }),
    owner: relation({ to: 'persons' }),
    vault: relation({ to: 'vaults' }),
    isPrivate: boolean(),
    body: longText({ searchable: true }),
  },
})

/** Who takes part in what: many to many. */
const memberships = defineModel({
  name: 'memberships',
  key: ['member', 'team'],
  fields: { member: relation({ to: 'persons' }), team: relation({ to: 'teams' }), remark: text() },
})

/** Of this, only owners know. */
const vaults = defineModel({
  name: 'vaults',
  title: 'combination',
  fields: { combination: text({ required: true }), keeper: relation({ to: 'persons' }) },
})

/** A field of every kind twice: one for all, one hidden. A kind that is added is here by itself. */
const kinds = defineModel({
  name: 'kinds',
  title: 'word',
  fields: {
    word: text({ required: true }),
    ...Object.fromEntries(
      Object.keys(fieldKinds)
        .filter((kind) => kind !== 'relation')
        .flatMap((kind) => {
          const { default: _, required: __, ...options } = fieldExamples[kind as keyof typeof fieldExamples].options
          const field = { ...options, kind } as FieldDefinition
          return [
            [`open_${kind}`, field],
            [`hidden_${kind}`, field],
          ]
        }),
    ),
  },
})

/** The project. A model that is added is in the matrix by itself. */
export const project = defineProject({
  name: 'wall',
  label: 'The wall',
  models: [teams, persons, vaults, notes, memberships, kinds],
})
