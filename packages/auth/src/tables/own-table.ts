/** Typed reading and writing of one of our own tables; no rules apply here, so nothing outside of this package gets hold of one. */
import {
  type Database,
  deleteRecord,
  insertRecord,
  type Place,
  type Queries,
  selectRecord,
  selectRecords,
  updateRecord,
} from '@haykal/database'
import {
  type Condition,
  everything,
  type Json,
  type ModelDefinition,
  type ModelField,
  type RecordOf,
} from '@haykal/model'
import { ownModels } from './own-models.ts'

/** One of our tables. Every method runs in the transaction that it is given, or else outside of any. */
export interface OwnTable<Item> {
  read(key: string, queries?: Queries): Promise<Item | undefined>
  /** The records whose field has this value; all of them without a test. */
  find(test?: Test<Item>, queries?: Queries): Promise<readonly Item[]>
  /** Every record, however many. */
  all(): Promise<readonly Item[]>
  insert(record: Item, queries: Queries): Promise<void>
  update(key: string, values: Partial<Item>, queries: Queries): Promise<void>
  delete(key: string, queries: Queries): Promise<void>
}

/** Compares one field with a value. */
export interface Test<Item> {
  readonly field: keyof Item & string
  readonly operator: 'eq' | 'lt'
  readonly value: Json
}

/** More records than we look for at once in any of our tables. */
const plenty = 10_000

/** The table of one of our own models. */
export function ownTable<M extends ModelDefinition>(database: Database, definition: M): OwnTable<RecordOf<M>> {
  const model = ownModels.get(definition.name)
  const [key] = model?.key ?? []
  if (!model || !key) throw new Error(`${definition.name} is none of our own models`)
  const { engine } = database
  const path = { hops: [], field: key }
  return {
    async read(id, queries = database.queries) {
      const found = await selectRecord({ engine, queries }, model, {
        key: [id],
        condition: everything,
        fields: model.fields,
      })
      return found as RecordOf<M> | undefined
    },
    async find(test, queries = database.queries) {
      const condition = conditionOf(test, (name) => model.field(name))
      const order = [{ path, descending: false }]
      // selectRecords asks for a Kysely, and a transaction is one.
      const page = await selectRecords({ engine, queries }, model, {
        condition,
        order,
        fields: model.fields,
        limit: plenty,
      })
      return page.records as readonly RecordOf<M>[]
    },
    async all() {
      const order = [{ path, descending: false }]
      const found: RecordOf<M>[] = []
      let from: Place | undefined
      do {
        const page = await selectRecords({ engine, queries: database.queries }, model, {
          condition: everything,
          order,
          fields: model.fields,
          limit: plenty,
          ...(from === undefined ? {} : { from: { place: from, direction: 'after' } }),
        })
        found.push(...(page.records as readonly RecordOf<M>[]))
        from = page.hasMore ? page.last : undefined
      } while (from !== undefined)
      return found
    },
    async insert(record, queries) {
      await insertRecord({ engine, queries }, model, { values: record, returning: [] })
    },
    async update(id, values, queries) {
      await updateRecord({ engine, queries }, model, {
        key: [id],
        values: values as { readonly [field: string]: Json },
        returning: [],
      })
    },
    async delete(id, queries) {
      await deleteRecord({ engine, queries }, model, [id])
    },
  }
}

function conditionOf<Item>(test: Test<Item> | undefined, field: (name: string) => ModelField | undefined): Condition {
  if (!test) return everything
  const found = field(test.field)
  if (!found) throw new Error(`There is no field ${test.field}`)
  return { type: 'test', field: found, operator: test.operator, value: test.value }
}
