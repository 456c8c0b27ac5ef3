/** Finds out what can be read, without reading any of it: which objects are broken, what a view's columns are, what cannot be sorted. */
import type { ColumnShape, Queries } from '../../../engine.ts'
import type { DescribingConnection } from '../driver.ts'
import { retryBusy } from '../retry-busy.ts'
import type { SqliteObject } from './objects.ts'
import { foldName, isSign, isWord, quoteName, tokensOf } from './tokens.ts'

/** What can be read of an object. */
export interface Reading {
  /** Why nothing can, in the database's words; absent: it can. */
  readonly broken?: string
  /** Of a view, by column. */
  readonly origins: ReadonlyMap<string, NonNullable<ColumnShape['origin']>>
  readonly unsortable: ReadonlySet<string>
  /** Whether rows of a virtual table tell their number under the name `rowid`. */
  readonly hasRowid: boolean
}

/** Milliseconds to wait for another program that has the file to itself. */
const patience = 2_000

/** Asks for each object in turn: what cannot be asked is broken. Throws only what says nothing of the object, such as a lock. */
export async function describeReading(
  queries: Queries,
  objects: readonly SqliteObject[],
): Promise<ReadonlyMap<string, Reading>> {
  return await queries.getExecutor().provideConnection(async (connection) => {
    const { describe } = connection as DescribingConnection
    const mixed = compoundViews(objects)
    const asking: Asking = {
      describe,
      tables: new Set(objects.filter((object) => object.kind === 'table').map(({ name }) => name)),
      hasCollations: objects.some(({ statement }) => foreignCollation.test(statement)),
    }
    const readings = new Map<string, Reading>()
    for (const object of objects) {
      const reading = await retryBusy(patience, () => readingOf(object, asking))
      readings.set(object.name, mixed.has(object.name) ? { ...reading, origins: new Map() } : reading)
    }
    return readings
  })
}

interface Asking {
  readonly describe: DescribingConnection['describe']
  /** The names of the tables. */
  readonly tables: ReadonlySet<string>
  /** Some column has a collation that is not SQLite's own. */
  readonly hasCollations: boolean
}

function readingOf(object: SqliteObject, { describe, tables, hasCollations }: Asking): Reading {
  const from = `from main.${quoteName(object.name)}`
  try {
    const columns = describe(`select * ${from}`)
    const origins = columns.flatMap(({ name, database, table, column }) =>
      object.kind === 'view' && database === 'main' && table !== null && column !== null && tables.has(table)
        ? [[name, { table, column }] as const]
        : [],
    )
    const unsortable = columns.filter(
      ({ name }) => hasCollations && !works(describe, `select 1 ${from} order by ${quoteName(name)}`),
    )
    return {
      origins: new Map(origins),
      unsortable: new Set(unsortable.map(({ name }) => name)),
      hasRowid: object.kind === 'virtual' && works(describe, `select rowid ${from}`),
    }
  } catch (error) {
    if (isPassing(error)) throw error
    const broken = error instanceof Error ? error.message : String(error)
    return { broken, origins: new Map(), unsortable: new Set(), hasRowid: false }
  }
}

/** A collation that SQLite does not have of its own. */
const foreignCollation = /\bcollate\s+["'`[]?(?!(?:binary|nocase|rtrim)\b)/i

function works(describe: DescribingConnection['describe'], statement: string): boolean {
  try {
    describe(statement)
    return true
  } catch (error) {
    if (isPassing(error)) throw error
    return false
  }
}

/** Trouble with the file as a whole, which another time may not be there. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(BUSY|LOCKED|PROTOCOL|IOERR|CANTOPEN|NOMEM|READONLY|NOTADB|INTERRUPT)/.test(code)
}

/** The tables that a view reads, also by way of other views. */
export function tablesOfView(view: SqliteObject, objects: readonly SqliteObject[]): readonly string[] {
  const byName = new Map(objects.map((object) => [foldName(object.name), object]))
  const tables = new Set<string>()
  const seen = new Set<SqliteObject>()
  const visit = (object: SqliteObject) => {
    if (object.kind !== 'view') tables.add(object.name)
    if (object.kind !== 'view' || seen.has(object)) return
    seen.add(object)
    const tokens = tokensOf(object.statement)
    for (const [place, token] of tokens.entries()) {
      const before = tokens[place - 1]
      const isSource =
        isWord(before, 'from', 'join') || isSign(before, ',') || isSign(before, '.') || isSign(before, '(')
      const found = token.sort === 'word' || token.sort === 'name' ? byName.get(foldName(token.text)) : undefined
      if (found && isSource) visit(found)
    }
  }
  visit(view)
  return [...tables]
}

/** Views that put the rows of several selects under each other, and views of those: SQLite names the origin of one select only. */
function compoundViews(objects: readonly SqliteObject[]): ReadonlySet<string> {
  const views = objects
    .filter((object) => object.kind === 'view')
    .map(({ name, statement }) => ({ name, tokens: tokensOf(statement) }))
  const mixed = new Set(
    views
      .filter(({ tokens }) => tokens.some((token) => isWord(token, 'union', 'except', 'intersect')))
      .map(({ name }) => name),
  )
  for (let before = -1; before < mixed.size; ) {
    before = mixed.size
    const names = new Set([...mixed].map(foldName))
    for (const { name, tokens } of views) if (tokens.some((token) => names.has(foldName(token.text)))) mixed.add(name)
  }
  return mixed
}
