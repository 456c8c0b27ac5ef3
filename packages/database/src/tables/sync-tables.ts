/** Makes the tables of our own models match the models: adds what is missing, never drops or rewrites anything. */
import { createHash } from 'node:crypto'
import { isDerived, type Model, type ModelField, type Models, type SortTerm, targetField } from '@haykal/model'
import { type RawBuilder, sql } from 'kysely'
import { CannotOpenDatabase } from '../cannot-open.ts'
import type { Connection, Database, Engine, Queries, TableShape } from '../engine.ts'
import { orderColumn, orderColumns } from '../records/order-key.ts'
import { fillOrderKeys } from './fill-order-keys.ts'

/** Which tables and columns were missing, in words: `table orders`, `column orders.note`. */
export type Additions = readonly string[]

/** Adds missing tables, columns and indexes in one transaction. Throws `CannotOpenDatabase` where records share what is to be unique. */
export async function syncTables(database: Database, models: Models): Promise<Additions> {
  return await database.write(async (queries) => {
    const existing = new Map((await database.engine.introspect(queries)).map((table) => [table.name, table]))
    const additions: string[] = []
    for (const model of models.all) {
      additions.push(
        ...(await syncTable({ queries, engine: database.engine, models }, model, existing.get(model.table))),
      )
    }
    // What texts are sorted by comes before its indexes: one that is filled row by row takes several times as long.
    for (const model of models.all) await fillModel({ queries, engine: database.engine }, model)
    // A foreign key to another field than the key needs that to be unique first.
    for (const model of models.all) await addIndexes({ queries, engine: database.engine }, model)
    if (database.engine.capabilities.addsConstraints) await addConstraints(queries, models, existing)
    return additions
  })
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
  for (const column of orderColumnsOf(model).filter((each) => !known.has(each))) {
    await sql`alter table ${sql.id(model.table)} add column ${orderColumnSql(building, column)}`.execute(
      building.queries,
    )
  }
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
  const orders = orderColumnsOf(model).map((column) => orderColumnSql(building, column))
  const key = sql`primary key (${sql.join(model.key.map((field) => sql.id(field.columnName)))})`
  await sql`create table ${sql.id(model.table)} (${sql.join([...columns, ...orders, ...(isNumbered ? [] : [key])])})`.execute(
    building.queries,
  )
}

/** The fields that have a column. */
function storedFields(model: Model): readonly ModelField[] {
  return model.fields.filter((field) => !isDerived(field))
}

/** The columns that hold what texts are sorted by. */
function orderColumnsOf(model: Model): readonly string[] {
  return storedFields(model).flatMap((field) => orderColumn(field) ?? [])
}

/** Never NULL: where another program leaves it out, the row stands among those without a text until the next start. */
function orderColumnSql({ engine }: Building, column: string): RawBuilder<unknown> {
  return sql`${sql.id(column)} ${engine.orderKeyType} not null default ''`
}

async function fillModel(connection: Connection, model: Model): Promise<void> {
  for (const field of model.fields.filter(({ hasOrderKey }) => hasOrderKey)) {
    await fillOrderKeys(connection, model, { field, index: indexName([model.table, field.columnName, 'unsorted']) })
  }
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
  for (const { columns, descending = [], isUnique } of wantedIndexes(model)) {
    const directed = columns.map((column) => (descending.includes(column) ? `${column}_desc` : column))
    const name = indexName([model.table, ...directed, ...(isUnique ? ['unique'] : [])])
    const list = sql.join(
      columns.map((column) => sql`${sql.id(column)}${descending.includes(column) ? sql` desc` : sql``}`),
    )
    const making =
      sql`create ${isUnique ? sql`unique ` : sql``}index if not exists ${sql.id(name)} on ${sql.id(model.table)} (${list})`.execute(
        queries,
      )
    await making.catch((error: unknown) => {
      throw isUnique && engine.explainRefusal(error)?.reason === 'unique' ? sharedValues(model, columns, error) : error
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

/** A name for an index that tells what it is on; long ones end in a hash, as PostgreSQL would cut two of them to the same 63 bytes. */
function indexName(parts: readonly string[]): string {
  const name = parts.join('_')
  return Buffer.byteLength(name) <= 63
    ? name
    : `${name.slice(0, 15)}_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}

interface WantedIndex {
  readonly columns: readonly string[]
  /** Those of them that run downwards; absent: none. */
  readonly descending?: readonly string[]
  readonly isUnique: boolean
}

function wantedIndexes(model: Model): readonly WantedIndex[] {
  const keyColumns = model.key.map((field) => field.columnName)
  const unique = [
    ...storedFields(model)
      .filter((field) => field.isUnique)
      .map((field) => [field]),
    ...model.uniques,
  ]
  const related = storedFields(model).filter(
    (field) => field.references !== undefined && !field.isUnique && !field.isKey,
  )
  const sorted = model.sort
    .slice(0, 1)
    .map((term) => term.field)
    .filter((field) => !field.isUnique && !field.isKey && !isDerived(field) && !related.includes(field))
    .filter((field) => !field.hasOrderKey)
  return [
    ...unique.map((fields) => ({ columns: fields.map((field) => field.columnName), isUnique: true })),
    ...[...related, ...sorted].map((field) => ({ columns: [field.columnName, ...keyColumns], isUnique: false })),
    ...sortedAsWords(model).map((field) => orderIndex(sortedColumns([{ field, descending: false }]), keyColumns)),
    ...model.indexes.flatMap((terms) => termIndexes(terms, keyColumns)),
  ]
}

/** The fields that lists and pickers of a model are most likely sorted by, as far as they are sorted as words. */
function sortedAsWords(model: Model): readonly ModelField[] {
  const likely = [
    ...model.sort.slice(0, 1).map(({ field }) => field),
    model.title,
    ...model.key.slice(0, 1),
    ...model.fields.filter(({ isUnique }) => isUnique),
  ]
  return [...new Set(likely)].filter(({ hasOrderKey }) => hasOrderKey)
}

interface DirectedColumn {
  readonly column: string
  readonly descending: boolean
}

/** The columns of terms that a list is sorted by. */
function sortedColumns(terms: readonly SortTerm[]): readonly DirectedColumn[] {
  return terms.flatMap(({ field, descending }) => orderColumns(field).map((column) => ({ column, descending })))
}

/** The columns of terms whose values are looked up. */
function foundColumns(terms: readonly SortTerm[]): readonly DirectedColumn[] {
  return terms.map(({ field, descending }) => ({ column: field.columnName, descending }))
}

/** The indexes that a model asks for: a list is sorted by all terms, or by the last only, those in front of it being looked up. */
function termIndexes(terms: readonly SortTerm[], keyColumns: readonly string[]): readonly WantedIndex[] {
  const sorted = orderIndex(sortedColumns(terms), keyColumns)
  if (!terms.some(({ field }) => field.hasOrderKey)) return [sorted]
  const front = Math.max(1, terms.length - 1)
  const found = [...foundColumns(terms.slice(0, front)), ...sortedColumns(terms.slice(front))]
  return [sorted, orderIndex(found, keyColumns)]
}

/** The index of an order. It ends with the key, as the order of every list does, running as its last term does: one index serves a list read from either end. */
function orderIndex(terms: readonly DirectedColumn[], keyColumns: readonly string[]): WantedIndex {
  const named = terms.map(({ column }) => column)
  const rest = keyColumns.filter((column) => !named.includes(column))
  const down = terms.filter((term) => term.descending).map(({ column }) => column)
  return {
    columns: [...named, ...rest],
    descending: terms.at(-1)?.descending ? [...down, ...rest] : down,
    isUnique: false,
  }
}
