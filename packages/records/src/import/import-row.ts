/** Imports one row: it becomes a record, or an edit of the one that it is about, by the same way as if it were typed in. */
import { selectTouched } from '@haykal/database'
import {
  type AnyRecord,
  HaykalError,
  idOfKey,
  isSameJson,
  type Json,
  type Problem,
  pointerTo,
  valueIn,
} from '@haykal/model'
import { expectAllowed } from '../allow-act.ts'
import type { Writing } from '../changes/in-change-set.ts'
import type { Stored } from '../changes/write-change.ts'
import { checkValues } from '../check-values.ts'
import type { Door } from '../door.ts'
import type { Since } from '../many/count-many.ts'
import { told } from '../many/kept.ts'
import { createOne, mergeEdit, saveOne } from '../save-record.ts'
import { findMatch } from './find-match.ts'
import type { RelatedFinder } from './find-related.ts'
import type { ImportReport, ImportRow } from './import-request.ts'
import type { ImportColumn } from './match-columns.ts'
import type { ImportPlan } from './plan-import.ts'
import { type ReadCells, readCell, readCells } from './read-cells.ts'
import { invalidRow, isOfRow, type RejectRow, rejectionOf } from './reject-row.ts'

/** An import under way. */
export interface Importing {
  readonly door: Door
  readonly plan: ImportPlan
  readonly finder: RelatedFinder
  /** When it began: what others changed later is kept. */
  readonly since: Since
}

/** A row with the one of the base that belongs to it. */
export interface BasedRow {
  readonly row: ImportRow
  /** Undefined: the base has none, or there is no base. */
  readonly base?: ImportRow | undefined
}

/** What a row has come to. */
export type RowDone = keyof Pick<ImportReport, 'created' | 'edited' | 'unchanged'>

/** Imports a row. Throws `RejectRow` with everything that is wrong with it; then what was written of it must be taken back. */
export async function importRow(importing: Importing, writing: Writing, based: BasedRow): Promise<RowDone> {
  const { door, plan } = importing
  try {
    return await told(door, 'write', () => storeRow(importing, writing, based))
  } catch (error) {
    throw isOfRow(error) ? rejectionOf(error, plan) : error
  }
}

async function storeRow(importing: Importing, writing: Writing, based: BasedRow): Promise<RowDone> {
  const { door, plan, finder } = importing
  const { row, base } = based
  expectWidth(plan.width, row)
  const read = await readCells(finder, { columns: plan.columns, row }, writing.connection)
  const isMatchRead = plan.match.every((column) => read.values.has(column))
  if (!isMatchRead) throw invalidRow(read.problems)
  const found = await findMatch(door, writing, { plan, values: read.values })
  if (found === 'several') throw invalidRow(plan.match.map(({ name }) => ({ column: name, code: 'several_match' })))
  if (found) return await editRow(importing, writing, { stored: found, read, base })
  await expectNeverThere(importing, writing, { values: read.values, base })
  await createRow(importing, writing, read)
  return 'created'
}

function expectWidth(expected: number, { cells }: ImportRow): void {
  const found = cells.length
  if (found !== expected) throw invalidRow([{ code: 'wrong_cell_count', params: { expected, found } }])
}

/** A record that somebody removed meanwhile does not come back by itself. */
async function expectNeverThere(
  { door, plan, since }: Importing,
  { connection, set }: Writing,
  { values, base }: { readonly values: ReadCells['values']; readonly base: ImportRow | undefined },
): Promise<void> {
  const columns = plan.match.map(({ name }) => name)
  const gone = () => invalidRow(columns.map((column) => ({ column, code: 'gone_meanwhile' })))
  if (base !== undefined) throw gone()
  const key = plan.match.map((column) => values.get(column) ?? null)
  if (!plan.isByKey || key.includes(null)) return
  if (plan.match.some(({ field }) => field.isGenerated))
    throw invalidRow(columns.map((column) => ({ column, code: 'key_not_found' })))
  const { model } = door.visible
  const id = idOfKey(model, key)
  const touched = await selectTouched(connection, { model: model.name, records: [id], ...since, except: set.id })
  if (touched.has(id)) throw gone()
}

async function createRow({ door, plan }: Importing, writing: Writing, read: ReadCells): Promise<void> {
  // An empty cell says nothing of a new record: it gets what it would get if nobody said anything.
  const input = Object.fromEntries(
    [...read.values].filter(([, value]) => value !== null).map(([{ field }, value]) => [field.name, value]),
  )
  if (read.problems.length === 0) await createOne(door, writing, input)
  else throw await withOtherProblems(read, plan, () => checkValues(door, { ...writing, input, purpose: 'create' }))
}

interface Edit {
  readonly stored: Stored
  readonly read: ReadCells
  readonly base: ImportRow | undefined
}

async function editRow(importing: Importing, writing: Writing, { stored, read, base }: Edit): Promise<RowDone> {
  const { door, plan } = importing
  if (plan.base && !base) throw invalidRow(plan.match.map(({ name }) => ({ column: name, code: 'not_in_base' })))
  const seen = base && (await readBase(importing, writing, { read, base }))
  const input = valuesToSet({ stored, read, seen })
  if (read.problems.length > 0)
    throw await withOtherProblems(read, plan, () => checkValues(door, { ...writing, input, purpose: 'edit' }))
  if (Object.keys(input).length === 0) return 'unchanged'
  await expectAllowed(door, { act: 'edit', ...stored }, writing.connection)
  const values = await checkValues(door, { input, purpose: 'edit', connection: writing.connection })
  const { changed, conflicts } = mergeEdit(stored.image, values, { ...stored.image, ...seen })
  if (Object.keys(changed).length === 0) return 'unchanged'
  const others = await changedByOthers(importing, writing, stored)
  const contested = Object.keys(changed).filter((name) => Object.hasOwn(conflicts, name) || others(name))
  if (contested.length > 0) throw changedMeanwhile(contested)
  const saved = await saveOne(door, writing, { stored, values: changed })
  await expectAllowed(door, { act: 'edit', ...saved, isAfter: true }, writing.connection)
  return 'edited'
}

/** What differs from what is stored, but for what the row has as the base had it: that nobody meant to change. */
function valuesToSet({
  stored,
  read,
  seen,
}: Pick<Edit, 'stored' | 'read'> & { readonly seen: AnyRecord | undefined }): AnyRecord {
  const isMeant = ([{ field }, value]: [ImportColumn, Json]) =>
    !isSameJson(value, valueIn(stored.image, field.name)) && !(seen && isSameJson(value, valueIn(seen, field.name)))
  return Object.fromEntries([...read.values].filter(isMeant).map(([{ field }, value]) => [field.name, value]))
}

/** The values of the base, as far as the row has one; what can no longer be read there stays a text, which is like no value. */
async function readBase(
  { plan, finder }: Importing,
  { connection }: Writing,
  { read, base }: { readonly read: ReadCells; readonly base: ImportRow },
): Promise<AnyRecord> {
  if (!plan.base) return {}
  const found = base.cells.length
  if (found !== plan.base.width)
    throw invalidRow([{ code: 'wrong_base_row', params: { line: base.line, expected: plan.base.width, found } }])
  const seen: { [field: string]: Json } = {}
  for (const { field } of read.values.keys()) {
    const column = plan.base.columns.get(field)
    if (!column) continue
    const text = base.cells[column.index] ?? ''
    const parsed = await readCell(finder, { column, text }, connection)
    seen[field.name] = parsed.ok ? parsed.value : text
  }
  return seen
}

/** Which fields of a record others have changed since the import began; of one that was made since, all. */
async function changedByOthers(
  { door, since }: Importing,
  { connection, set }: Writing,
  { key }: Stored,
): Promise<(field: string) => boolean> {
  const { model } = door.visible
  const id = idOfKey(model, key)
  const touched = await selectTouched(connection, { model: model.name, records: [id], ...since, except: set.id })
  const others = touched.get(id)
  return (field) => others === 'created' || others?.has(field) === true
}

function changedMeanwhile(fields: readonly string[]): HaykalError {
  const problems = fields.map((name): Problem => ({ pointer: pointerTo('values', name), code: 'changed_meanwhile' }))
  return new HaykalError('conflict', { problems })
}

/** The rejection of a row with cells that cannot be read: with what is wrong with the others, too. */
async function withOtherProblems(
  { problems }: ReadCells,
  plan: ImportPlan,
  check: () => Promise<unknown>,
): Promise<RejectRow> {
  const others = await check().then(
    () => [],
    (error: unknown) => {
      if (isOfRow(error)) return rejectionOf(error, plan).problems
      throw error
    },
  )
  // What could not be read looks as if it were missing.
  const unread = new Set(problems.map(({ column }) => column))
  return invalidRow([...problems, ...others.filter(({ column }) => !unread.has(column))])
}
