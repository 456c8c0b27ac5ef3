/** The records of a project for its own code inside of a change-set: no rule is asked, everything else is as with every write. */
import type { VisibleModel } from '@haykal/access'
import { selectRecords } from '@haykal/database'
import {
  type AnyRecord,
  defaultValue,
  everything,
  type Filter,
  invalid,
  type Json,
  type Model,
  parseFilter,
  unlimitedPaths,
  valueIn,
} from '@haykal/model'
import { keptFields } from '../changes/images.ts'
import type { Writing } from '../changes/in-change-set.ts'
import { readStored, type Stored } from '../changes/write-change.ts'
import type { Door } from '../door.ts'
import { type Removal, removeWithChildren } from '../release-children.ts'
import { parseTrusted } from './parse-trusted.ts'
import { expectShallow } from './run-hook.ts'

/** More records are not found in one go: a change-set of more is one of many steps. */
const mostFound = 1_000

/** What code of the project may do within a change-set. Models are meant by their names; every method throws for one that is not there. */
export interface TrustedRecords {
  /** The records that a filter finds, at most 1,000, by their keys. */
  find(model: string, filter?: Filter): Promise<readonly AnyRecord[]>
  /** The record of a key; undefined where there is none. */
  read(model: string, key: Json | readonly Json[]): Promise<AnyRecord | undefined>
  /** Stores a new record; defaults are filled in as with every other. */
  create(model: string, values: AnyRecord): Promise<AnyRecord>
  /** Sets fields of a record, or of several, whatever was in them; gives them as they became. */
  edit(model: string, records: AnyRecord | readonly AnyRecord[], values: AnyRecord): Promise<readonly AnyRecord[]>
  /** Removes a record, or several, with what their children's relations say. */
  remove(model: string, records: AnyRecord | readonly AnyRecord[]): Promise<void>
}

/** Stores values over a record or as a new one, with the hooks of the project around. */
export type SaveRecord = (
  door: Door,
  writing: Writing,
  save: { readonly stored?: Stored; readonly values: AnyRecord },
) => Promise<Stored>

/** The records within a change-set that is being written. `save` is told, as it runs hooks that in turn are given these records. */
export function trustedRecords(door: Door, writing: Writing, save: SaveRecord): TrustedRecords {
  const { core } = door
  const doorTo = (name: string): Door => {
    const model = core.models.get(name)
    if (!model) throw new Error(`There is no model "${name}"`)
    return { ...door, visible: unlimited(core.models, model) }
  }
  const stored = async (opened: Door, record: AnyRecord): Promise<Stored> => {
    const { model } = opened.visible
    const key = model.key.map((field) => valueIn(record, field.name))
    const found = await readStored(opened, key, writing.connection)
    if (!found) throw new Error(`There is no record ${JSON.stringify(key)} of "${model.name}"`)
    return found
  }
  return {
    async find(name, filter) {
      const { visible } = doorTo(name)
      const asked = filter === undefined ? undefined : visible.parseFilter(filter)
      if (asked && !asked.ok) throw invalid(asked.problems)
      const order = visible.model.key.map((field) => ({ path: { hops: [], field }, descending: false }))
      const request = { condition: asked?.condition ?? everything, order, fields: keptFields(visible.model) }
      return (await selectRecords(writing.connection, visible.model, { ...request, limit: mostFound })).records
    },
    async read(name, key) {
      const found = await readStored(doorTo(name), Array.isArray(key) ? key : [key], writing.connection)
      return found?.image
    },
    async create(name, values) {
      expectShallow(writing.depth)
      const opened = doorTo(name)
      return (await save(opened, writing, { values: withDefaults(opened, parseTrusted(opened.visible.model, values)) }))
        .image
    },
    async edit(name, records, values) {
      expectShallow(writing.depth)
      const opened = doorTo(name)
      const parsed = parseTrusted(opened.visible.model, values)
      const edited: AnyRecord[] = []
      for (const record of listOf(records))
        edited.push((await save(opened, writing, { stored: await stored(opened, record), values: parsed })).image)
      return edited
    },
    async remove(name, records) {
      const opened = doorTo(name)
      for (const record of listOf(records)) {
        const removal: Removal = { writing, begun: new Set() }
        await removeWithChildren(opened, (await stored(opened, record)).key, removal)
      }
    },
  }
}

function withDefaults({ core, visible: { model } }: Door, values: AnyRecord): AnyRecord {
  const now = core.now?.() ?? new Date()
  const given = keptFields(model)
    .filter(({ name, options }) => options.default !== undefined && !Object.hasOwn(values, name))
    .map((field) => [field.name, defaultValue(field, now)] as const)
  return { ...Object.fromEntries(given), ...values }
}

function listOf(records: AnyRecord | readonly AnyRecord[]): readonly AnyRecord[] {
  return Array.isArray(records) ? (records as readonly AnyRecord[]) : [records as AnyRecord]
}

/** A model with nothing kept from anybody. */
function unlimited(models: Door['core']['models'], model: Model): VisibleModel {
  const paths = unlimitedPaths(model, models)
  return {
    model,
    rules: {
      acts: { read: everything, create: everything, edit: everything, remove: everything },
      hidden: new Set(),
      readOnly: new Set(),
      only: {},
      isSaid: true,
    },
    fields: model.fields,
    field: model.field,
    scope: () => everything,
    maySet: () => true,
    resolvePath: paths.field,
    parseFilter: (filter) => parseFilter(filter, paths),
    titlePathOf: () => undefined,
  }
}
