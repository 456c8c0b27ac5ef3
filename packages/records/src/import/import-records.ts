/** Imports many rows in steps: each step is a transaction of its own, all are one change-set, and between them anybody else gets their turn. */
import { setTimeout as pause } from 'node:timers/promises'
import { selectChange, selectLatest } from '@haykal/database'
import { HaykalError, isNothing } from '@haykal/model'
import { allowAct } from '../allow-act.ts'
import { attemptIn } from '../changes/attempt-in.ts'
import { inChangeSet, type Writing } from '../changes/in-change-set.ts'
import type { Door } from '../door.ts'
import type { Since } from '../many/count-many.ts'
import { type BaseRows, matchKey, openBaseRows } from './base-rows.ts'
import type { ImportReport, ImportRequest, ImportRow, RejectedRow } from './import-request.ts'
import { type BasedRow, type Importing, importRow, type RowDone } from './import-row.ts'
import { planImport } from './plan-import.ts'
import { RejectRow } from './reject-row.ts'
import { stepsOf } from './steps-of.ts'

/** Milliseconds between two steps in which other programs that wait for the same file find it free: they look again every 40. */
const breath = 45

/** Milliseconds to wait for such a program. */
const patience = 120_000

/** Imports rows. Throws `malformed` with what is wrong with the columns, and what concerns more than a row; what was stored until then stays. */
export async function importRecords(door: Door, request: ImportRequest): Promise<ImportReport> {
  const importOrigin: Door = { ...door, origin: { ...door.origin, means: 'import' } }
  const plan = planImport(door.visible, request)
  allowImport(door, { isCreating: plan.match.length === 0 })
  const finder = { door: importOrigin, found: new Map() }
  const importing: Importing = { door: importOrigin, plan, finder, since: await momentNow(door) }
  const base = request.base && openBaseRows(request.base.rows, plan.match)
  const report: ImportReport = {
    changeSet: null,
    created: 0,
    edited: 0,
    unchanged: 0,
    rejected: 0,
    match: plan.match.map(({ field }) => field.name),
    ignored: plan.ignored,
  }
  const work: ImportWork = { importing, request, base, report }
  return request.isDryRun || request.isAllOrNothing ? await importAtOnce(work) : await importInSteps(work)
}

/** Throws where no row could go in, whatever it holds. */
function allowImport(door: Door, { isCreating }: { readonly isCreating: boolean }): void {
  const mayEdit = !isNothing(door.visible.scope('edit'))
  allowAct(door, isCreating || !mayEdit ? 'create' : 'edit')
}

/** The present moment of the history. */
async function momentNow({ core: { database, history } }: Door): Promise<Since> {
  const latest = history && (await selectLatest(database))
  const change = latest && (await selectChange(database, latest))
  return { after: change?.number ?? 0, unfinished: latest?.unfinished ?? null }
}

interface ImportWork {
  readonly importing: Importing
  readonly request: ImportRequest
  readonly base: BaseRows | undefined
  /** As it began. */
  readonly report: ImportReport
}

async function importInSteps({ importing, request, base, report: begun }: ImportWork): Promise<ImportReport> {
  const { door } = importing
  const isShared = door.core.database.place !== undefined
  let report = begun
  let set: string | undefined
  for await (const step of stepsOf(request.rows)) {
    const rows = await withBase(importing, step.rows, base)
    const store = () =>
      inChangeSet(door, {
        ...(set === undefined ? {} : { continued: set }),
        work: async (writing) => ({ outcomes: await importRows(importing, writing, rows), set: writing.set }),
        again: async () => {
          throw new HaykalError('already_done')
        },
      })
    const { outcomes, set: written } = await patiently(door, store)
    set = written.id
    report = { ...counted(report, outcomes), changeSet: written.size === 0 ? null : set }
    for (const outcome of outcomes) if (typeof outcome !== 'string') await request.reject(outcome)
    request.progress?.(report)
    step.took(performance.now())
    if (isShared) await pause(breath)
  }
  return report
}

/** Thrown to take everything back, with what would have been. */
class TakenBack extends Error {
  readonly report: ImportReport

  constructor(report: ImportReport) {
    super('taken back')
    this.report = report
  }
}

/** All in one transaction, which is taken back if that was asked for or one row was rejected: others wait with what they want to save. */
async function importAtOnce({ importing, request, base, report: begun }: ImportWork): Promise<ImportReport> {
  const { door } = importing
  let hasBegun = false
  const store = () =>
    inChangeSet<ImportReport>(door, {
      async work(writing) {
        let report = begun
        hasBegun = true
        for await (const step of stepsOf(request.rows)) {
          const rows = await withBase(importing, step.rows, base)
          const outcomes = await importRows(importing, writing, rows)
          report = counted(report, outcomes)
          for (const outcome of outcomes) if (typeof outcome !== 'string') await request.reject(outcome)
          step.took(performance.now())
        }
        if (request.isDryRun || report.rejected > 0) throw new TakenBack(report)
        return { ...report, changeSet: writing.set.size === 0 ? null : writing.set.id }
      },
      again: async () => {
        throw new HaykalError('already_done')
      },
    })
  return await patiently(door, store, () => !hasBegun).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.report
    throw error
  })
}

/** Waits for programs that write into the same file for long. */
async function patiently<Result>(
  { core }: Door,
  store: () => Promise<Result>,
  mayRepeat = () => true,
): Promise<Result> {
  const start = performance.now()
  for (;;) {
    try {
      return await store()
    } catch (error) {
      const isBusy = core.database.engine.explainRefusal(error)?.reason === 'busy'
      if (!isBusy || !mayRepeat() || performance.now() - start > patience) throw error
    }
  }
}

async function withBase(
  { plan }: Importing,
  rows: readonly ImportRow[],
  base: BaseRows | undefined,
): Promise<readonly BasedRow[]> {
  const based: BasedRow[] = []
  for (const row of rows) based.push({ row, base: await base?.find(matchKey(plan.match, row)) })
  return based
}

/** What each row has come to, in their order. */
async function importRows(
  importing: Importing,
  writing: Writing,
  rows: readonly BasedRow[],
): Promise<readonly (RowDone | RejectedRow)[]> {
  const outcomes: (RowDone | RejectedRow)[] = []
  for (const based of rows) {
    const outcome = await attemptIn(writing, () => importRow(importing, writing, based)).catch((error: unknown) => {
      if (!(error instanceof RejectRow)) throw error
      const { code, problems, cause } = error
      return { row: based.row, code, problems, ...(cause === undefined ? {} : { cause }) }
    })
    outcomes.push(outcome)
  }
  return outcomes
}

function counted(report: ImportReport, outcomes: readonly (RowDone | RejectedRow)[]): ImportReport {
  const counts = {
    created: report.created,
    edited: report.edited,
    unchanged: report.unchanged,
    rejected: report.rejected,
  }
  for (const outcome of outcomes) counts[typeof outcome === 'string' ? outcome : 'rejected'] += 1
  return { ...report, ...counts }
}
