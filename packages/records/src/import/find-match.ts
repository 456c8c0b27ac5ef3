/** Finds the record that a row is about. */
import { selectRecords } from '@haykal/database'
import { both, type Condition, type Json } from '@haykal/model'
import type { Writing } from '../changes/in-change-set.ts'
import { readStored, type Stored } from '../changes/write-change.ts'
import type { Door } from '../door.ts'
import { isReadable } from '../save-record.ts'
import type { ImportColumn } from './match-columns.ts'
import type { ImportPlan } from './plan-import.ts'

/** The record of a row, among those that the viewer may read; undefined: there is none; `several`: nobody can tell which. */
export async function findMatch(
  door: Door,
  { connection }: Pick<Writing, 'connection'>,
  { plan, values }: { readonly plan: ImportPlan; readonly values: ReadonlyMap<ImportColumn, Json> },
): Promise<Stored | 'several' | undefined> {
  const wanted = plan.match.map((column) => ({ field: column.field, value: values.get(column) ?? null }))
  if (wanted.every(({ value }) => value === null)) return undefined
  if (plan.isByKey) {
    const stored = await readStored(
      door,
      wanted.map(({ value }) => value),
      connection,
    )
    return stored && (await isReadable(door, stored, { connection })) ? stored : undefined
  }
  const { model } = door.visible
  const tests = wanted.map(({ field, value }): Condition => ({ type: 'test', field, operator: 'eq', value }))
  const { records } = await selectRecords(connection, model, {
    condition: both(door.visible.scope('read'), { type: 'all', of: tests }),
    order: model.key.map((field) => ({ path: { hops: [], field }, descending: false })),
    fields: model.key,
    limit: 2,
  })
  const [only, second] = records
  if (second) return 'several'
  const key = only && model.key.map((field) => only[field.name] ?? null)
  return key && (await readStored(door, key, connection))
}
