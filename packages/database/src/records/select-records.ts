/** Reads pages of records by keyset: the cost of a page does not depend on how deep in the list it is. */
import { type Condition, isOfOthers, type Json, type Model, type ModelField } from '@haykal/model'
import { sql } from 'kysely'
import type { Connection, Row } from '../engine.ts'
import { compileCondition, keySql } from './compile-condition.ts'
import { fieldColumns, rowDecoder } from './field-columns.ts'
import type { Versioned } from './once-per-version.ts'
import { joinsSql, orderSql } from './order.ts'
import type { Page, PageRequest } from './page.ts'
import { planPage } from './page-plan.ts'
import { pageRows, placeColumns, type RowsForm } from './page-rows.ts'
import { exactColumns, mayBeBroken, type Place, type PlaceColumn, placeOf } from './place.ts'
import { hasPlaces, selectByNumber } from './select-by-number.ts'
import { padded } from './select-titles.ts'
import { whereOfFew } from './where-sql.ts'
import { selectWritten } from './written-page.ts'

/** Reads one page. Records come in the order asked for, whichever way the page was reached. */
export async function selectRecords(database: Versioned, model: Model, request: PageRequest): Promise<Page> {
  if (!hasPlaces(model)) return await selectByNumber(database, model, request)
  const late = request.fields.filter(isOfOthers)
  if (late.length === 0) return await selectByPlace(database, model, request)
  const soon = [...new Set([...request.fields.filter((field) => !isOfOthers(field)), ...model.key])]
  const { asJson: _, ...asRecords } = request
  const page = await selectByPlace(database, model, { ...asRecords, fields: soon })
  return { ...page, records: await withLate(database, model, { request, late, records: page.records }) }
}

/** What asks for other records is asked for the records of the page alone, once it is cut: the database would else do it for every record that it sorts. */
export async function withLate(
  { engine, queries }: Connection,
  model: Model,
  {
    request,
    late,
    records,
  }: { readonly request: PageRequest; readonly late: readonly ModelField[]; readonly records: Page['records'] },
): Promise<Page['records']> {
  if (records.length === 0) return records
  const keyOf = (record: Page['records'][number]) =>
    JSON.stringify(model.key.map((field) => record[field.name] ?? null))
  const fields = [...model.key, ...late]
  const { rows } = await sql<Row>`select ${sql.join(fieldColumns(engine, fields))} from ${sql.id(model.table)} as r
    where ${compileCondition(engine, isOneOf(model, records), 'r')}`.execute(queries)
  const found = new Map(rows.map(rowDecoder(engine, fields)).map((record) => [keyOf(record), record]))
  return records.map((record) => {
    const whole = { ...record, ...found.get(keyOf(record)) }
    return Object.fromEntries(request.fields.map(({ name }) => [name, whole[name] ?? null]))
  })
}

function isOneOf(model: Model, records: Page['records']): Condition {
  const [only] = model.key
  if (only && model.key.length === 1) {
    return {
      type: 'test',
      field: only,
      operator: 'in',
      value: padded(records.map((record) => record[only.name] ?? null)),
    }
  }
  const each = records.map((record): Condition => {
    const parts = model.key.map(
      (field): Condition => ({ type: 'test', field, operator: 'eq', value: record[field.name] ?? null }),
    )
    return { type: 'all', of: parts }
  })
  return { type: 'any', of: each }
}

async function selectByPlace(database: Versioned, model: Model, request: PageRequest): Promise<Page> {
  const { engine } = database
  const isBackwards = request.from?.direction === 'before'
  const plan = await planPage(database, model, request)
  const written = await selectWritten(database, model, plan)
  if (written) return written
  const select = async (form: RowsForm<readonly Row[]>) => {
    const rows = (await pageRows(database, model, { plan, form })).flat()
    const kept = rows.slice(0, request.limit)
    return { ordered: isBackwards ? kept.toReversed() : kept, hasMore: rows.length > request.limit }
  }
  const plain = placeColumns(plan)
  const { ordered, hasMore } = await select(plainRows('', plain))
  const [first, last] = [ordered[0], ordered.at(-1)]
  const records = ordered.map(plan.decode)
  if (!first || !last) return { records, hasMore }
  if (!engine.exactText || ![first, last].some((row) => plain.some(({ name }) => mayBeBroken(row[name])))) {
    return { records, hasMore, first: placeOf(first, plain), last: placeOf(last, plain) }
  }
  // Read once more, as bytes: a text of broken encoding would not be found again by what it is read as.
  const exact = exactColumns(engine, plan.terms)
  const again = (await select(plainRows('exact', exact))).ordered
  const [firstExact = first, lastExact = last] = [again[0], again.at(-1)]
  return { records, hasMore, first: placeOf(firstExact, exact), last: placeOf(lastExact, exact) }
}

/** Rows value by value. */
function plainRows(name: string, columns: readonly PlaceColumn[]): RowsForm<readonly Row[]> {
  return { name, columns, ask: (rows) => rows, read: (rows) => rows, count: ({ length }) => length }
}

/** Which place is meant: that of the record of a key, under a condition, in an order. */
export interface PlaceRequest extends Pick<PageRequest, 'condition' | 'order'> {
  readonly key: readonly Json[]
}

/** The place of a record in an order; undefined when there is no such record. */
export async function selectPlace(
  { engine, queries }: Connection,
  model: Model,
  { key, condition, order }: PlaceRequest,
): Promise<Place | undefined> {
  const terms = orderSql(engine, order, false)
  const columns = exactColumns(engine, terms)
  const places = columns.map(({ name, operand }) => sql`${operand} as ${sql.id(name)}`)
  const { rows } = await sql<Row>`select ${sql.join(places)} from ${sql.id(model.table)} as r ${joinsSql(engine, terms)}
    where ${keySql(engine, model, key)} and ${whereOfFew(engine, condition)} limit 1`.execute(queries)
  const [row] = rows
  return row && placeOf(row, columns)
}
