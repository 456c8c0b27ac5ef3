/** The program of a process that indexes tables: one after the other, as it is told, in steps and at low priority. */
import { setTimeout as pause } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { quoteName } from '../introspect/tokens.ts'
import { isBusy } from '../retry-busy.ts'
import type { BuildAnswer, BuildOrder } from './building-process.ts'
import { dropOthers, type IndexedTable, indexName, isUnusable, makeIndex, openIndexFile } from './index-file.ts'
import { type IndexUpdate, lowest, prepareUpdate } from './update-index.ts'

const [path = '', indexPath = ''] = process.argv.slice(2)

/** Milliseconds of work that go into one transaction of the index, and how long it rests behind it for each of them. */
const step = { work: 200, rest: 0.25 } as const

/** Milliseconds to wait for others who have the file to themselves. */
const patience = 20

const source = new SqliteFile(path, { readonly: true, fileMustExist: true, timeout: 0 })
source.pragma('query_only = on')
const index = openIndexFile(indexPath)
index.pragma('cache_size = -32768')
index.pragma('wal_autocheckpoint = 4000')

async function build(table: IndexedTable): Promise<void> {
  makeIndex(index, table)
  const update = prepareUpdate(source, index, table)
  const number = quoteName(table.number)
  const bounds = source.prepare(`select min(${number}), max(${number}) from main.${quoteName(table.table)}`).raw(true)
  const [least, most] = (bounds.get() as [number | null, number | null] | undefined) ?? [null, null]
  const shareOf = (upTo: bigint) =>
    least === null || most === null || most === least ? 1 : Math.min(1, (Number(upTo) - least) / (most - least))
  let [from, rows]: [bigint | undefined, number] = [lowest, 0]
  while (from !== undefined) {
    const began = performance.now()
    const done = doStep(update, from)
    from = done.next
    rows += done.rows
    const took = performance.now() - began
    if (from !== undefined) tell({ type: 'step', upTo: from - 1n, rows, share: shareOf(from) })
    await pause(done.isHeldUp ? patience : Math.ceil(took * step.rest))
  }
  index.prepare("insert or replace into state (name, value) values (?, '')").run(indexName(table))
  tell({ type: 'whole' })
}

async function keep(tables: readonly IndexedTable[]): Promise<void> {
  dropOthers(index, tables)
  // What the server itself wrote into the log waits for this: it does not wait for the disk.
  index.pragma('wal_checkpoint(passive)')
}

/** As many rows as fit into one transaction, or fewer where somebody writes. */
function doStep(update: IndexUpdate, from: bigint) {
  let [next, rows, isHeldUp]: [bigint | undefined, number, boolean] = [from, 0, false]
  const began = performance.now()
  index.exec('begin immediate')
  try {
    while (next !== undefined && performance.now() - began < step.work) {
      const done = update.goOn(next)
      next = done.next
      rows += done.rows
    }
  } catch (error) {
    if (!isBusy(error)) {
      index.exec('rollback')
      throw error
    }
    isHeldUp = true
  }
  index.exec('commit')
  return { next, rows, isHeldUp }
}

function tell(answer: BuildAnswer): void {
  process.send?.(answer)
}

process.on('message', (order: BuildOrder) => {
  const done = 'keep' in order ? keep(order.keep) : build(order.build)
  done.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    tell({ type: 'failed', why, isUnusable: isUnusable(error) })
  })
})
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
tell({ type: 'ready' })
