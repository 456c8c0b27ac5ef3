/** Triggers that tell which rows are changed, by whatever statement, trigger or foreign key. Only one connection knows them; they are nowhere in the file. */
import type SqliteFile from 'better-sqlite3'
import type { NumberedTable } from '../../engine.ts'
import { quoteName } from './introspect/tokens.ts'

/** The triggers of one connection. */
export interface RowTriggers {
  /** Tells of the rows of a table from now on. False: what happens in the transaction that is under way may be missed. */
  watch(table: NumberedTable): boolean
  /** Behind a transaction: makes once more what went with it, where it was taken back. */
  makeSure(): void
  /** Another one once tables may be others. */
  schema(): unknown
}

/** The function by which they tell. */
const noting = 'haykal_touched'

const events = ['insert', 'update', 'delete'] as const

/** Makes them on a connection that writes. `note` is told of each row; of one that has no number, null. */
export function createRowTriggers(
  file: SqliteFile.Database,
  note: (table: string, number: bigint | null) => void,
): RowTriggers {
  const tables: NumberedTable[] = []
  const [sure, unsure] = [new Set<number>(), new Set<number>()]
  const schema = file.prepare('pragma schema_version').pluck()
  let known: unknown
  file.function(noting, { safeIntegers: true }, (place: bigint, number: bigint | null) => {
    note(tables[Number(place)]?.table ?? '', number)
    return null
  })

  function placeOf({ table, number }: NumberedTable): number {
    const place = tables.findIndex((each) => each.table === table && each.number === number)
    return place < 0 ? tables.push({ table, ...(number !== undefined && { number }) }) - 1 : place
  }
  /** Of another schema, a trigger may name what is no longer there. */
  function forgetOtherSchema(): void {
    const now = schema.get()
    if (now === known) return
    for (const place of tables.keys())
      for (const event of events) file.exec(`drop trigger if exists temp.${nameOf(event, place)}`)
    sure.clear()
    known = now
  }
  function make(place: number): boolean {
    const table = tables[place]
    for (const event of table ? events : []) file.exec(triggerSql(table as NumberedTable, event, place))
    ;(file.inTransaction ? unsure : sure).add(place)
    return sure.has(place)
  }
  return {
    watch(table) {
      if (!file.inTransaction) forgetOtherSchema()
      const place = placeOf(table)
      return sure.has(place) || make(place)
    },
    makeSure() {
      if (unsure.size === 0 || file.inTransaction) return
      const places = [...unsure]
      unsure.clear()
      try {
        places.forEach(make)
      } catch {
        // A table that is gone: whoever watches it next is told.
      }
    },
    schema: () => schema.get(),
  }
}

function nameOf(event: (typeof events)[number], place: number): string {
  return `"haykal ${event} ${place}"`
}

function triggerSql({ table, number }: NumberedTable, event: (typeof events)[number], place: number): string {
  const rows = event === 'insert' ? ['new'] : event === 'delete' ? ['old'] : ['old', 'new']
  const numbers = number === undefined ? ['null'] : rows.map((row) => `${row}.${quoteName(number)}`)
  const notes = numbers.map((each) => `select ${noting}(${place}, ${each});`)
  return `create temp trigger if not exists ${nameOf(event, place)} after ${event} on main.${quoteName(table)} begin ${notes.join(' ')} end`
}
