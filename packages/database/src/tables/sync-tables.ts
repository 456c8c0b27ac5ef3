/** Makes the tables of our own models match the models: adds what is missing, never drops or rewrites anything. */
import { type Model, type ModelField, type Models, targetField } from '@haykal/model'
import { foldVersion } from '@haykal/model/fold-text'
import { type RawBuilder, sql } from 'kysely'
import { CannotOpenDatabase } from '../cannot-open.ts'
import type { Connection, Database, Engine, Queries, TableShape } from '../engine.ts'
import { isStale, orderColumn, orderKey } from '../records/order-key.ts'
import {
  isUnsearched,
  markLength,
  rowNumber,
  searchColumn,
  searchColumnText,
  searchedFields,
} from '../records/search-column.ts'
import { type BesideText, countStale, fillBeside, indexStale } from './fill-beside.ts'
import { indexName, indexSql } from './index-sql.ts'
import { storedFields, wantedIndexes } from './wanted-indexes.ts'

/** Which tables and columns were missing, in words: `table orders`, `column orders.note`. */
export type Additions = readonly string[]

/** What is told whoever waits. */
interface Telling {
  /** One sentence for the terminal; absent: nobody is told. */
  readonly say?: (sentence: string) => void
  /** Takes on what many records are still to be searched by, to fill it in while everybody works; absent: all is filled in at once. */
  readonly later?: (unfilled: Unfilled) => void
}

/** What many records of a model are still to be searched by. */
export interface Unfilled {
  readonly model: Model
  readonly beside: BesideText
}

/** With fewer rows than these it is done before anybody would wait for it. */
const mostAtOnce = 5_000

/** Adds missing tables, columns and indexes in one transaction. Throws `CannotOpenDatabase` where records share what is to be unique. */
export async function syncTables(database: Database, models: Models, { say, later }: Telling = {}): Promise<Additions> {
  return await database.write(async (queries) => {
    const existing = new Map((await database.engine.introspect(queries)).map((table) => [table.name, table]))
    const additions: string[] = []
    for (const model of models.all) {
      additions.push(
        ...(await syncTable({ queries, engine: database.engine, models }, model, existing.get(model.table))),
      )
    }
    if (!later && models.all.some((model) => lacksSearch(model, existing.get(model.table))))
      say?.('Making what texts are searched by, once: a million texts take some seconds.')
    // What texts are sorted by comes before its indexes: one that is filled row by row takes several times as long.
    for (const model of models.all)
      await fillModel({ queries, engine: database.engine }, model, { existing: existing.get(model.table), later })
    for (const model of models.all) await makeLookups({ queries, engine: database.engine }, model)
    // A foreign key to another field than the key needs that to be unique first.
    for (const model of models.all) await addIndexes({ queries, engine: database.engine }, model)
    if (database.engine.capabilities.addsConstraints) await addConstraints(queries, models, existing)
    return additions
  })
}

/** Whether records are there that nothing was kept to be searched of. */
function lacksSearch(model: Model, existing: TableShape | undefined): boolean {
  const columns = new Set(existing?.columns.map(({ name }) => name))
  return existing !== undefined && searchedFields(model).some((field) => !columns.has(searchColumn(field) ?? ''))
}

interface Building {
  readonly queries: Queries
  readonly engine: Engine
  readonly models: Models
}

async function syncTable(building: Building, model: Model, existing: TableShape | undefined): Promise<string[]> {
  if (!existing) {
    await createTable(building, model)
    return [`table ${model.table}`]
  }
  const known = new Set(existing.columns.map((column) => column.name))
  const missing = storedFields(model).filter((field) => !known.has(field.columnName))
  for (const field of missing) {
    // Without NOT NULL even where the field is required: the rows that are there have no value yet.
    await sql`alter table ${sql.id(model.table)} add column ${sql.id(field.columnName)} ${typeOf(building, field)}${referenceOf(building, field)}`.execute(
      building.queries,
    )
  }
  for (const { definition } of besideColumns(building, model).filter(({ column }) => !known.has(column)))
    await sql`alter table ${sql.id(model.table)} add column ${definition}`.execute(building.queries)
  return missing.map((field) => `column ${model.table}.${field.columnName}`)
}

async function createTable(building: Building, model: Model): Promise<void> {
  const [onlyKey] = model.key
  const isNumbered = model.key.length === 1 && onlyKey?.isGenerated === true
  const columns = storedFields(model).map((field) =>
    field === onlyKey && isNumbered
      ? sql`${sql.id(field.columnName)} ${building.engine.generatedKey()}`
      : sql`${sql.id(field.columnName)} ${typeOf(building, field)}${field.isRequired ? sql` not null` : sql``}${referenceOf(building, field)}`,
  )
  const beside = besideColumns(building, model).map(({ definition }) => definition)
  const key = sql`primary key (${sql.join(model.key.map((field) => sql.id(field.columnName)))})`
  await sql`create table ${sql.id(model.table)} (${sql.join([...columns, ...beside, ...(isNumbered ? [] : [key])])})`.execute(
    building.queries,
  )
}

/** The columns that hold what texts are sorted by, and what they are searched by. */
function besideColumns(
  { engine }: Building,
  model: Model,
): readonly { readonly column: string; readonly definition: RawBuilder<unknown> }[] {
  // Never NULL: where another program leaves it out, the row stands among those without a text until the next start.
  return storedFields(model)
    .flatMap((field) => [orderColumn(field) ?? [], searchColumn(field) ?? []].flat())
    .map((column) => ({ column, definition: sql`${sql.id(column)} ${engine.orderKeyType} not null default ''` }))
}

interface Filling {
  /** The table as it was; undefined: it was not there. */
  readonly existing: TableShape | undefined
  readonly later: Telling['later'] | undefined
}

async function fillModel(connection: Connection, model: Model, { existing, later }: Filling): Promise<void> {
  for (const field of storedFields(model)) {
    const [order, search] = [orderColumn(field), searchColumn(field)]
    const index = (use: string) => indexName([model.table, field.columnName, `${use}${foldVersion}`])
    if (order !== undefined)
      await fillBeside(connection, model, {
        field,
        column: order,
        isStale: isStale(field),
        index: index('unsorted'),
        make: orderKey,
      })
    if (search === undefined) continue
    const beside = {
      field,
      column: search,
      isStale: isUnsearched(field),
      index: index('unsearched'),
      make: searchColumnText,
    }
    const isNew = existing?.columns.every(({ name }) => name !== search) ?? false
    if (later && (await mayWait(connection, model, { beside, isNew }))) later({ model, beside })
    else await fillBeside(connection, model, beside)
  }
}

/** Whether so many rows miss it that others should not wait for them; which those are is known then. What may be of another folding waits for nothing. */
async function mayWait(
  { engine, queries }: Connection,
  model: Model,
  { beside, isNew }: { readonly beside: BesideText; readonly isNew: boolean },
): Promise<boolean> {
  if (!isNew && !(await engine.hasIndex(queries, beside.index))) return false
  if ((await countStale(queries, model, { beside, most: mostAtOnce })) < mostAtOnce) return false
  await indexStale(queries, model, beside)
  return true
}

/** Makes what texts are looked up in, once they are there. */
async function makeLookups({ queries, engine }: Connection, model: Model): Promise<void> {
  const columns = searchedFields(model).map((field) => ({
    text: field.columnName,
    search: searchColumn(field) ?? field.columnName,
    markLength,
  }))
  if (columns.length === 0) return
  const numbered = rowNumber(model)
  await engine.search.make(queries, { table: model.table, columns, ...(numbered === undefined ? {} : { numbered }) })
}

function typeOf({ engine }: Building, field: ModelField): RawBuilder<unknown> {
  return engine.columnType(field.column)
}

function referenceOf({ engine, models }: Building, field: ModelField): RawBuilder<unknown> {
  const reference = engine.capabilities.addsConstraints ? undefined : referenceSql(models, field)
  return reference ? sql` ${reference}` : sql``
}

/** What a relation points to. Undefined for what is none, and for a field there that rows may share: no foreign key can point to it. */
function referenceSql(models: Models, field: ModelField): RawBuilder<unknown> | undefined {
  const target = field.references === undefined ? undefined : models.get(field.references)
  const pointed = target && targetField(field, target)
  if (!target || !pointed || !(pointed.isUnique || pointed.isKey)) return undefined
  return sql`references ${sql.id(target.table)} (${sql.id(pointed.columnName)})`
}

/** Foreign keys of the tables and columns that were just made, for engines that need the other table first. */
async function addConstraints(
  queries: Queries,
  models: Models,
  existing: ReadonlyMap<string, TableShape>,
): Promise<void> {
  for (const model of models.all) {
    const known = new Set(existing.get(model.table)?.columns.map(({ name }) => name))
    for (const field of storedFields(model).filter(({ columnName }) => !known.has(columnName))) {
      const reference = referenceSql(models, field)
      if (!reference) continue
      await sql`alter table ${sql.id(model.table)} add foreign key (${sql.id(field.columnName)}) ${reference}`.execute(
        queries,
      )
    }
  }
}

/** The indexes that lists, children and unique fields need. */
async function addIndexes({ queries, engine }: Connection, model: Model): Promise<void> {
  for (const index of wantedIndexes(model)) {
    await indexSql(engine, model, index)
      .execute(queries)
      .catch((error: unknown) => {
        const isShared = index.isUnique && engine.explainRefusal(error)?.reason === 'unique'
        throw isShared ? sharedValues(model, index.columns, error) : error
      })
  }
}

/** What a model says is unique is not, in the records that are there already. */
function sharedValues(model: Model, columns: readonly string[], cause: unknown): CannotOpenDatabase {
  return new CannotOpenDatabase(
    `In the table "${model.table}" several records have the same ${columns.map((column) => `"${column}"`).join(' and ')}, which the model "${model.name}" calls unique: ` +
      'change the records, or take that out of the model. Nothing was changed.',
    { cause },
  )
}
