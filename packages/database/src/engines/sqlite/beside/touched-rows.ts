/** Notices which rows this process changes, by whatever statement, trigger or foreign key: with triggers that only its own connection knows and that are nowhere in the file. */
import type SqliteFile from 'better-sqlite3'
import { quoteName } from '../introspect/tokens.ts'
import type { IndexedTable } from './index-file.ts'
import { prepareUpdate } from './update-index.ts'

/** The rows that one connection changes. */
export interface TouchedRows {
  /** Notices rows of these tables from now on, in the place of others. `tell` is called behind each commit that changed some. */
  watch(tables: readonly IndexedTable[], tell: (touched: ReadonlyMap<IndexedTable, readonly bigint[]>) => void): void
  /** For whoever commits: tells of what was changed. */
  committed(): void
  /** Brings the index of a table up to date about some rows, as they are now. */
  update(index: SqliteFile.Database, table: IndexedTable, numbers: readonly bigint[]): void
}

/** Watches over a connection that writes. */
export function createTouchedRows(file: SqliteFile.Database): TouchedRows {
  let watched: readonly IndexedTable[] = []
  let tellAll: (touched: ReadonlyMap<IndexedTable, readonly bigint[]>) => void = () => {}
  let read: SqliteFile.Statement | undefined
  let forget: SqliteFile.Statement | undefined
  return {
    watch(tables, tell) {
      tellAll = tell
      for (const [place] of watched.entries())
        for (const event of events) file.exec(`drop trigger if exists temp."haykal ${event} ${place}"`)
      watched = tables
      if (tables.length === 0) return
      file.exec(
        'create temp table if not exists haykal_touched (t integer, n integer, primary key (t, n)) without rowid',
      )
      for (const [place, table] of tables.entries())
        for (const event of events) file.exec(triggerSql(table, event, place))
      read ??= file.prepare('select t, n from temp.haykal_touched').raw(true).safeIntegers(true)
      forget ??= file.prepare('delete from temp.haykal_touched')
    },
    committed() {
      const rows = (read?.all() ?? []) as [bigint, bigint][]
      if (rows.length === 0) return
      forget?.run()
      const touched = new Map<IndexedTable, bigint[]>()
      for (const [place, number] of rows) {
        const table = watched[Number(place)]
        if (!table) continue
        const numbers = touched.get(table) ?? []
        numbers.push(number)
        touched.set(table, numbers)
      }
      tellAll(touched)
    },
    update: (index, table, numbers) => prepareUpdate(file, index, table).take(numbers),
  }
}

const events = ['insert', 'update', 'delete'] as const

function triggerSql({ table, number }: IndexedTable, event: (typeof events)[number], place: number): string {
  const rows = event === 'insert' ? ['new'] : event === 'delete' ? ['old'] : ['old', 'new']
  const noting = rows.map(
    (row) => `insert or ignore into haykal_touched values (${place}, ${row}.${quoteName(number)});`,
  )
  return `create temp trigger "haykal ${event} ${place}" after ${event} on main.${quoteName(table)} begin ${noting.join(' ')} end`
}
