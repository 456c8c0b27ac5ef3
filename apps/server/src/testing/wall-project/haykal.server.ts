/** Who may see and do what in the project of the generated matrix, and records whose every value tells where it belongs. */
import { fieldExamples } from '@haykal/fields/examples'
import type { Json, ModelDefinition } from '@haykal/model'
import { defineProjectServer, type ModelServer } from 'haykal/server'
import { project } from './haykal.config.ts'

/** How many records each model has. */
export const rowCount = 8

/** A rule as plain data; the matrix reads it with eyes of its own. */
export interface WallRule {
  readonly read?: Json
  readonly create?: Json
  readonly edit?: Json
  readonly remove?: Json
  readonly hide?: readonly string[]
}

const hiddenKinds = project.models
  .flatMap(({ fields }) => Object.keys(fields))
  .filter((name) => name.startsWith('hidden_'))

/** The rules, by model and role. A model without an entry has the rules that every project has. */
export const wallRules: { readonly [model: string]: { readonly [role: string]: WallRule } } = {
  teams: {
    reader: { read: { name: { ne: 'mk.teams.3.name' } }, hide: ['motto'] },
    public: { read: { name: { eq: 'mk.teams.1.name' } }, hide: ['motto'] },
  },
  persons: {
    editor: { read: true, create: true, edit: { team: { eq: 1 } }, remove: false, hide: ['wage'] },
    reader: { read: { 'team.name': { in: ['mk.teams.1.name', 'mk.teams.2.name'] } }, hide: ['secret', 'wage'] },
    public: { read: { 'mentor.team.name': { eq: 'mk.teams.1.name' } }, hide: ['secret', 'wage', 'mentor'] },
  },
  notes: {
    editor: {
      read: true,
      create: { isPrivate: { eq: false } },
      edit: { and: [{ isPrivate: { eq: false } }, { 'owner.team.name': { eq: 'mk.teams.1.name' } }] },
    },
    reader: { read: { or: [{ isPrivate: { eq: false } }, { owner: { eq: 2 } }] } },
    public: {
      read: { not: { or: [{ isPrivate: { eq: true } }, { 'owner.mentor': { isNull: true } }] } },
      hide: ['body'],
    },
  },
  memberships: {
    reader: { read: { 'member.team': { eq: 1 } }, hide: ['remark'] },
    public: { read: false },
  },
  vaults: { editor: {}, reader: {}, public: { read: false, edit: true } },
  kinds: {
    editor: { read: true, edit: true, hide: hiddenKinds },
    reader: { read: true, hide: hiddenKinds },
    public: { read: true, hide: hiddenKinds },
  },
}

/** The records of a model: a text says which model, record and field it is of; other values are as uneven as the rules need. */
export function wallRecords({ name, key, fields }: ModelDefinition): readonly { readonly [field: string]: Json }[] {
  return Array.from({ length: rowCount }, (_, index) => {
    const row = index + 1
    const values = Object.entries(fields).map(([field, { kind }]) => [field, heldBy({ model: name, row, field }, kind)])
    return { ...(key === undefined && { id: row }), ...Object.fromEntries(values) }
  })
}

function heldBy({ model, row, field }: { model: string; row: number; field: string }, kind: string): Json {
  if (model === 'kinds' && field !== 'word') {
    const { accepted } = fieldExamples[kind as keyof typeof fieldExamples]
    const plain = accepted.find(({ options }) => options === undefined)
    return plain ? (plain.value ?? plain.input) : null
  }
  if (field === 'mentor') return row === 1 ? null : row - 1
  if (field === 'team') return (row % 3) + 1
  if (kind === 'relation') return row
  if (kind === 'boolean') return row % 2 === 0
  if (kind === 'integer') return 700_000_000 + row
  return `mk.${model}.${row}.${field}`
}

/** The server faces. */
export const server = defineProjectServer(project, {
  models: Object.entries(wallRules).map(([model, rules]): ModelServer => ({ model, rules: rules as never })),
  endpoints: [],
  async fill({ insert }) {
    for (const model of project.models) await insert(model, wallRecords(model) as never)
  },
})
