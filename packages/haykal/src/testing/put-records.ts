/** Puts records into a project that is tested: without asking any rule of a role, but never what no record could be. */
import { insertRecord, selectRecord } from '@haykal/database'
import {
  type AnyRecord,
  defaultValue,
  everything,
  isDerived,
  type Json,
  type Model,
  type ModelField,
  parseValue,
} from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import { english } from './english.ts'

/** Stores records and gives them as they are stored, in order. Throws with everything that is wrong with any of them, and then has stored none. */
export async function putRecords(
  { database, now = () => new Date() }: RecordsCore,
  model: Model,
  records: readonly AnyRecord[],
): Promise<AnyRecord[]> {
  const moment = now()
  const mistakes: string[] = []
  const ready = records.map((record, index) => {
    const where = `${model.name}, record ${index + 1}`
    const unknown = Object.keys(record).filter((name) => !model.field(name))
    mistakes.push(...unknown.map((name) => `${where}: there is no field "${name}"`))
    return Object.fromEntries(model.fields.flatMap((field) => storedValue({ field, record, moment, where }, mistakes)))
  })
  if (mistakes.length > 0)
    throw new Error(`These records cannot be put in:\n${mistakes.map((each) => `  - ${each}`).join('\n')}`)
  const { engine } = database
  return await database.write(async (queries) => {
    const connection = { engine, queries }
    const stored: AnyRecord[] = []
    for (const values of ready) {
      const made = await insertRecord(connection, model, { values, returning: model.key })
      const key = model.key.map((field) => made?.[field.name] ?? null)
      const found = await selectRecord(connection, model, { key, condition: everything, fields: model.fields })
      stored.push(found ?? values)
    }
    return stored
  })
}

interface Given {
  readonly field: ModelField
  readonly record: AnyRecord
  readonly moment: Date
  /** Which record it is, for whoever made a mistake in it. */
  readonly where: string
}

function storedValue({ field, record, moment, where }: Given, mistakes: string[]): [name: string, value: Json][] {
  const { name } = field
  const isGiven = Object.hasOwn(record, name)
  if (isDerived(field)) {
    if (isGiven) mistakes.push(`${where}: "${name}" is worked out, and cannot be put in`)
    return []
  }
  if (!isGiven && field.isGenerated) return []
  const parsed = parseValue(field, isGiven ? (record[name] ?? null) : defaultValue(field, moment))
  if (parsed.ok) return [[name, parsed.value]]
  mistakes.push(`${where}: "${name}": ${english.problem(parsed.fault)}`)
  return []
}
