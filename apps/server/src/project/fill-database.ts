/** Makes the tables of a project, and fills a database that was just made with the project's sample data: once, in one transaction. */
import type { Settings } from '@haykal/auth'
import {
  CannotOpenDatabase,
  type Connection,
  type Database,
  historyTable,
  insertRecords,
  makeHistoryTable,
  syncTables,
  type Unfilled,
} from '@haykal/database'
import type { AnyRecord, Models } from '@haykal/model'
import type { Filling, ProjectServer } from 'haykal/server'

/** What is to be filled, and with what. */
export interface FillOptions {
  readonly database: Database
  readonly models: Models
  /** Remembers a filling that was begun, so that one that was cut off is made up for. */
  readonly settings: Settings
  readonly fill: ProjectServer['fill'] | undefined
  /** How much is wanted, 1 as a rule. */
  readonly scale: number
  /** Tells the person at the terminal what takes so long. */
  say(sentence: string): void
  /** Takes on what is filled in while everybody works. */
  later(unfilled: Unfilled): void
}

const begun = 'filling'

/** Makes what is missing; fills when nothing was there before. */
export async function prepareDatabase(options: FillOptions): Promise<void> {
  const { database, models, settings, fill, say, later } = options
  const existing = await database.engine.introspect(database.queries)
  const isNew = !existing.some((table) => models.all.some((model) => model.table === table.name))
  if (fill && isNew) await settings.change(begun, () => true)
  await syncTables(database, models, { say, later })
  await database.write((queries) => expectHistoryTable({ engine: database.engine, queries }))
  if (!fill || (await settings.read(begun)) !== true) return
  await fillTables(fill, options)
  await settings.change(begun, () => false)
}

async function expectHistoryTable(connection: Connection): Promise<void> {
  if (await makeHistoryTable(connection)) return
  throw new CannotOpenDatabase(
    `The database has a table "${historyTable}" that is not Haykal's: rename it, as changes are kept under that name.`,
  )
}

async function fillTables(
  fill: NonNullable<ProjectServer['fill']>,
  { database, models, scale, say }: FillOptions,
): Promise<void> {
  const start = performance.now()
  say('Filling the new database with sample data.')
  let count = 0
  await database.write(async (queries) => {
    const insert: Filling['insert'] = async (definition, records) => {
      const model = models.get(definition.name)
      if (!model) throw new Error(`The project fills the model ${definition.name}, which is none of its models`)
      count += await insertRecords({ engine: database.engine, queries }, model, records as Iterable<AnyRecord>)
    }
    await fill({ insert, scale })
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  say(`Filled it with ${count.toLocaleString('en')} records in ${seconds} s.`)
}
