/** `haykal unlock`: opens models of an adopted database for editing; a running server notices by itself. */
import { openDatabase } from '@haykal/database'
import type { ModelDefinition } from '@haykal/model'
import { lookAt } from '../adopted/held-database.ts'
import { rememberUnlocked } from '../adopted/unlocked-models.ts'
import { Mistake } from '../mistake.ts'
import { isTarget } from '../project/find-target.ts'
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
    const open = await rememberUnlocked(auth.settings, models)
    terminal.out(
      isJson
        ? JSON.stringify({ open })
        : `Open for editing: ${open.join(', ')}. A file is put into WAL mode and gets one table for the history, haykal_history, when it is next served.`,
    )
  })
}

async function expectModels(address: string, wanted: readonly string[]): Promise<void> {
  const database = await openDatabase(address, { isReadOnly: true, mustExist: true })
  try {
    const { adoption } = await lookAt(database)
    const known = adoption.guesses.map(({ definition }) => definition.name)
    const unknown = wanted.filter((model) => !known.includes(model))
    if (unknown.length > 0)
      throw new Mistake(`There is no model ${unknown.join(', ')} in this database: there are ${known.join(', ')}.`)
    for (const { definition } of adoption.guesses) if (wanted.includes(definition.name)) expectTable(definition)
  } finally {
    await database.close()
  }
}

function expectTable({ name, source, key }: ModelDefinition): void {
  if (source !== undefined)
    throw new Mistake(`${name} is a ${source === 'view' ? 'view' : 'virtual table'}: it can be read only.`)
  if (Array.isArray(key) && key.length === 0)
    throw new Mistake(`${name} has no key to tell its rows apart by, so they cannot be edited: give it a primary key.`)
}
