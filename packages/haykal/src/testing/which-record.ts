/** Finds what a test speaks of, and says what there is where it speaks of nothing. */
import { type Act, acts } from '@haykal/access'
import { existsRecord } from '@haykal/database'
import { type AnyRecord, everything, keyOfId, type Model, recordId } from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import { listOf } from './english.ts'

/** The model of a name. Throws for one that there is not. */
export function modelNamedIn({ models }: RecordsCore, name: string): Model {
  const model = models.get(name)
  if (model) return model
  const known = listOf(models.all.map((each) => each.name))
  throw new Error(`There is no model "${name}" in the project: there are ${known}.`)
}

/** Throws for what is no act, and for one that is never about a record that is there. */
export function expectAct(act: Act, which: unknown): void {
  if (!acts.includes(act)) throw new Error(`"${act}" is nothing that rules are about: there are ${listOf(acts)}.`)
  if (act === 'create' && which !== undefined)
    throw new Error('A record that is there cannot be created: ask of "create" without one, or try to create it.')
}

/** The id of a record. Throws for one that is not there at all, which no rule could hide. */
export async function expectRecord(
  { database }: RecordsCore,
  model: Model,
  which: AnyRecord | string | number,
): Promise<string> {
  const missing = typeof which === 'object' ? model.key.filter(({ name }) => !Object.hasOwn(which, name)) : []
  if (missing.length > 0)
    throw new Error(
      `A record of ${model.name} is known by ${listOf(missing.map(({ name }) => name))}, which this one lacks.`,
    )
  const id = typeof which === 'object' ? recordId(model, which) : String(which)
  const key = keyOfId(model, id)
  if (!key || !(await existsRecord(database, model, { key, condition: everything })))
    throw new Error(`${model.name} has no record ${id}: put one in first.`)
  return id
}
