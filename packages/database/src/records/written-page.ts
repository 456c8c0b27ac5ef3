/** Pages whose records the database wrote as JSON: what nobody here needs to know is never read. */
import { isUtf8 } from 'node:buffer'
import { type Json, type Model, type ModelField, textItself } from '@haykal/model'
import { type SqlBool, sql } from 'kysely'
import type { Connection, Engine, Row, Stored, WrittenList, WrittenTitles } from '../engine.ts'
import { column, compileForEach } from './compile-condition.ts'
import { areWritten } from './field-columns.ts'
import type { OrderSql } from './order.ts'
import type { Page, PageRequest, PointedTo, WrittenRecords } from './page.ts'
import type { PagePlan } from './page-plan.ts'
import { pageRows, placeColumns, type RowsForm } from './page-rows.ts'
import { mayBeBroken, type Place, type PlacePart, partOf } from './place.ts'
import { titlesSql } from './select-titles.ts'

/** Rows that came as one. */
interface Gathered {
  readonly count: number
  /** Objects, with `divider` between them. */
  readonly records: Buffer
  /** By name, the values of a column, with commas between them. */
  readonly lists: Row
}

/** How the page of a plan is written. */
export interface PageWriting {
  readonly form: RowsForm<Gathered>
  /** What titles are called there, by the name of what is pointed to. */
  readonly titles: ReadonlyMap<string, string>
  /** The lists that hold what relations hold whose titles are not written. */
  readonly held: ReadonlyMap<ModelField, string>
  /** The lists that tell for which records a test holds, by its name. */
  readonly tests: ReadonlyMap<string, string>
  /** What makes a place: a field of the record, or a list of parts. */
  readonly places: readonly (ModelField | string)[]
  /** Something in it could not be written: it is read value by value. */
  isGivenUp: boolean
}

/** Stands between two objects, and in none: a new line in a text is written as `\n`. */
const divider = Buffer.from(',\n')

const nothing = Buffer.alloc(0)

function bytesOf(stored: Stored | undefined): Buffer {
  return stored instanceof Uint8Array ? Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength) : nothing
}

/** How to write the page of a request; undefined where nobody wants that, or its columns cannot be written. */
export function writingOf(engine: Engine, request: PageRequest, terms: readonly OrderSql[]): PageWriting | undefined {
  const { fields, asJson } = request
  const { written } = engine
  if (!asJson || !written || fields.length === 0 || !areWritten(engine, fields)) return undefined
  const columns = placeColumns({ request, terms })
  const record = fields.map(({ name, column }, index) => ({ name, from: `f${index}`, column }))
  const nameOf = (field: ModelField) => `f${fields.indexOf(field)}`
  const titled = asJson.pointed.filter((pointed) => canWriteTitles(engine, pointed))
  const titles = titled.map((pointed, index) => ({ pointed, as: `n${index}` }))
  const held = asJson.pointed
    .filter((pointed) => !titled.includes(pointed))
    .flatMap(({ relations }) => relations.map((field) => ({ field, from: nameOf(field), as: `h${nameOf(field)}` })))
  const tests = asJson.tests.map(({ name, condition }, index) => ({
    test: name,
    name: `t${index}`,
    operand: compileForEach(engine, condition, 'r'),
    isExact: false,
  }))
  const lists: readonly WrittenList[] = [
    ...held.map(({ field, from, as }) => ({ from, as, of: field.column })),
    ...tests.map(({ name }) => ({ from: name, as: name, of: 'test' as const })),
    ...columns.flatMap(({ name, operand }) => (operand ? [{ from: name, as: name, of: 'place' as const }] : [])),
  ]
  return {
    form: {
      name: 'written',
      columns: [...columns, ...tests],
      ask: (rows, limit) =>
        written.gather(rows, {
          record,
          lists,
          titles: titles.map(({ pointed, as }) => ({
            ...writtenTitles(engine, pointed),
            from: pointed.relations.map(nameOf),
            // The last row only tells that there are more.
            of: limit - 1,
            as,
          })),
        }),
      read: ([row = {}]) => ({ count: Number(row.n ?? 0), records: bytesOf(row.records), lists: row }),
      count: ({ count }) => count,
    },
    titles: new Map(titles.map(({ pointed, as }) => [pointed.name, as])),
    held: new Map(held.map(({ field, as }) => [field, as])),
    tests: new Map(tests.map(({ test, name }) => [test, name])),
    places: columns.map(({ name, operand }) => (operand ? name : (fields[Number(name.slice(1))] ?? name))),
    isGivenUp: false,
  }
}

/** Whether titles are texts that stand in tables of ours, where an index finds them, so that the page's own statement can tell them. */
function canWriteTitles(engine: Engine, { to, field, title }: PointedTo): boolean {
  const isFound = field.isUnique || (field.isKey && to.key.length === 1)
  const isText = title.column.kind === 'text' && title.kind.toText === textItself
  const isName = field.column.kind === 'text' || field.column.kind === 'integer'
  return isFound && isText && isName && areWritten(engine, [field, title])
}

/** How titles are read of what some values point to. */
function writtenTitles(
  engine: Engine,
  { to, field, title, condition }: PointedTo,
): Omit<WrittenTitles, 'from' | 'of' | 'as'> {
  return {
    key: { from: 'f0', column: field.column },
    title: { from: 'f1', column: title.column },
    ask: (values) =>
      titlesSql(engine, to, { field, title, condition, test: sql<SqlBool>`${column('r', field)} in ${values}` }),
  }
}

/** Reads a page as it was written; undefined where it is to be read value by value. */
export async function selectWritten(database: Connection, model: Model, plan: PagePlan): Promise<Page | undefined> {
  const { engine } = database
  const { writing } = plan
  if (!writing || writing.isGivenUp) return undefined
  try {
    const gathered = await pageRows(database, model, { plan, form: writing.form })
    return pageOf(engine, { plan, writing, gathered: gathered.filter(({ count }) => count > 0) })
  } catch (error) {
    if (engine.written?.isUnwritable(error) !== true) throw error
    writing.isGivenUp = true
    return undefined
  }
}

interface WrittenParts {
  readonly plan: PagePlan
  readonly writing: PageWriting
  readonly gathered: readonly Gathered[]
}

/** The page; undefined where its ends hold a text that may be of broken encoding. */
function pageOf(engine: Engine, { plan, writing, gathered }: WrittenParts): Page | undefined {
  const { limit, from } = plan.request
  const isBackwards = from?.direction === 'before'
  const hasMore = gathered.reduce((sum, { count }) => sum + count, 0) > limit
  const inOrder = <Item>(items: readonly Item[]) => {
    const kept = items.slice(0, limit)
    return isBackwards ? kept.toReversed() : kept
  }
  const list = (name: string): readonly Json[] =>
    inOrder(JSON.parse(`[${gathered.map(({ lists }) => lists[name]).join(',')}]`))
  const bytes = recordsOf(gathered, { hasMore, isBackwards })
  const written: WrittenRecords = {
    bytes,
    titles(of) {
      const name = writing.titles.get(of)
      return name === undefined ? undefined : oneObject(gathered.map(({ lists }) => String(lists[name])))
    },
    held(field) {
      const name = writing.held.get(field)
      return name === undefined ? undefined : list(name)
    },
    passing(test) {
      const name = writing.tests.get(test)
      if (name === undefined) return undefined
      return inOrder([...gathered.map(({ lists }) => lists[name]).join('')]).map((digit) => digit === '1')
    },
  }
  const page = lazyPage(written, { bytes, hasMore })
  if (bytes.length === 0) return page
  const places = placesOf(engine, writing, { ends: endsOf(bytes), list })
  if (places.some((place) => place.some(mayBeBroken))) return undefined
  const [first = [], last = []] = places
  return Object.assign(page, { first, last })
}

/** Objects in JSON as one. */
function oneObject(objects: readonly string[]): string {
  const [only = '{}', ...others] = objects
  if (others.length === 0) return only
  return JSON.stringify(
    Object.fromEntries(objects.flatMap((each) => Object.entries(JSON.parse(each) as { readonly [key: string]: Json }))),
  )
}

/** Reads the records when somebody wants to know them. */
function lazyPage(
  written: WrittenRecords,
  { bytes, hasMore }: { readonly bytes: Buffer; readonly hasMore: boolean },
): Page {
  let known: Page['records'] | undefined
  return {
    get records() {
      known ??= JSON.parse(`[${bytes.toString()}]`) as Page['records']
      return known
    },
    hasMore,
    written,
  }
}

/** The objects of a page, in the order of the list, without the one that tells that there are more. */
function recordsOf(
  gathered: readonly Gathered[],
  { hasMore, isBackwards }: { readonly hasMore: boolean; readonly isBackwards: boolean },
): Buffer {
  const [first = nothing, ...others] = gathered.map(({ records }) => records)
  const all = others.length === 0 ? first : Buffer.concat([first, ...others.flatMap((each) => [divider, each])])
  const read = hasMore ? all.subarray(0, all.lastIndexOf(divider)) : all
  // What is of broken encoding in the file is not sent so.
  const kept = isUtf8(read) ? read : Buffer.from(read.toString())
  if (!isBackwards) return kept
  // Byte by byte, as a text of Latin letters is split in a third of the time.
  const [text, between] = [kept.toString('latin1'), divider.toString('latin1')]
  return Buffer.from(text.split(between).toReversed().join(between), 'latin1')
}

/** The first and the last of some objects. */
function endsOf(bytes: Buffer): readonly [string, string] {
  const first = bytes.indexOf(divider)
  const only = first < 0
  const end = (from: number, to: number) => bytes.toString('utf8', from, to)
  return [
    end(0, only ? bytes.length : first),
    end(only ? 0 : bytes.lastIndexOf(divider) + divider.length, bytes.length),
  ]
}

/** The places of the first and of the last record. */
function placesOf(
  { codec }: Engine,
  { places }: PageWriting,
  { ends, list }: { readonly ends: readonly [string, string]; list(name: string): readonly Json[] },
): readonly Place[] {
  const records = ends.map((end) => JSON.parse(end) as { readonly [field: string]: Json })
  const beside = new Map(places.flatMap((each) => (typeof each === 'string' ? [[each, list(each)] as const] : [])))
  return records.map((record, end) =>
    places.map((each) =>
      typeof each === 'string'
        ? ((beside.get(each)?.at(end === 0 ? 0 : -1) ?? null) as PlacePart)
        : partOf(codec.encode(record[each.name] ?? null, each.column), false),
    ),
  )
}
