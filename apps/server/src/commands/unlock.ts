/** `haykal unlock`: opens models of an adopted database for editing; a running server notices by itself. */
import { modelsOfTables, openDatabase } from '@haykal/database'
import { Mistake } from '../mistake.ts'
import { isTarget } from '../project/find-target.ts'
import { rememberOpenModels } from '../project/open-models.ts'
import type { Call } from './command.ts'
import { expectDatabase, withOwnDatabase } from './own-data.ts'

/** Remembers the models as open. The database itself is not touched. */
export async function run(call: Call): Promise<void> {
  const { terminal, words, isJson } = call
  const last = words.at(-1)
  const hasTarget = last !== undefined && isTarget(last, terminal.cwd)
  const models = hasTarget ? words.slice(0, -1) : words
  if (models.length === 0)
    throw new Mistake('Name the models to unlock, then the database: see "haykal unlock --help".')
  const target = expectDatabase(call, hasTarget ? last : undefined)
  await expectModels(target.address, models)
  await withOwnDatabase(call, target.address, async ({ auth }) => {
    const open = await rememberOpenModels(auth.settings, models)
    terminal.out(
      isJson
        ? JSON.stringify({ open })
        : `Open for editing: ${open.join(', ')}. The first edit puts the database into WAL mode.`,
    )
  })
}

async function expectModels(address: string, wanted: readonly string[]): Promise<void> {
  const database = await openDatabase(address, { isReadOnly: true, mustExist: true })
  try {
    const known = (await modelsOfTables(database)).models.map((model) => model.name)
    const unknown = wanted.filter((model) => !known.includes(model))
    if (unknown.length > 0)
      throw new Mistake(`There is no model ${unknown.join(', ')} in this database: there are ${known.join(', ')}.`)
  } finally {
    await database.close()
  }
}
