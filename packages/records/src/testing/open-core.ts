/** Records over an empty database, as tests of records begin. */
import { createAccess, type ModelRules } from '@haykal/access'
import { makeHistoryTable, openDatabase, syncTables } from '@haykal/database'
import type { Models } from '@haykal/model'
import type { RecordsCore } from '../door.ts'

/** What the records are of. */
export interface CoreOptions {
  readonly models: Models
  readonly rules: { readonly [model: string]: ModelRules }
  /** The present moment. */
  readonly now: string
}

/** Makes the tables, the history's too, and gives the records, of which there are none yet. */
export async function openCore(address: string, { models, rules, now }: CoreOptions): Promise<RecordsCore> {
  const database = await openDatabase(address)
  await syncTables(database, models)
  await database.write((queries) => makeHistoryTable({ engine: database.engine, queries }))
  return {
    database,
    models,
    access: createAccess(models, rules),
    secret: 'a secret of the tests',
    closedOf: () => undefined,
    history: {},
    isOurs: true,
    now: () => new Date(now),
  }
}
