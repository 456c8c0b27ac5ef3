/** Haykal's own database for commands that need nothing else: next to the target that is named, or in the data folder that is. */
import { Mistake } from '../mistake.ts'
import { dataFolderOf, findTarget, type Target } from '../project/find-target.ts'
import { type OwnDatabase, openOwnDatabase } from '../project/open-own-database.ts'
import { type Call, textFlag } from './command.ts'
import { settingsOf } from './serve-target.ts'

/** Runs `work` on the own database of a target; without one, of the data folder that is set or of the project in this folder. */
export async function withOwnDatabase(
  call: Call,
  typed: string | undefined,
  work: (own: OwnDatabase) => Promise<void>,
): Promise<void> {
  const settings = settingsOf(call)
  const isFolderEnough = typed === undefined && settings.dataFolder !== undefined
  const target = isFolderEnough ? undefined : findTarget(typed, call.terminal.cwd)
  const folder = settings.dataFolder ?? (target && dataFolderOf(target))
  if (folder === undefined) throw new Mistake('Name the project or database, or its data folder with --data.')
  const own = await openOwnDatabase(folder, settings.secret)
  try {
    await work(own)
  } finally {
    await own.database.close()
  }
}

/** The database that a command is about. Throws `Mistake` for a project. */
export function expectDatabase(call: Call, typed: string | undefined): Target & { type: 'database' } {
  if (typed === undefined)
    throw new Mistake(
      `Name a database: an SQLite file or a postgres:// address. ${textFlag(call, 'data') ?? ''}`.trim(),
    )
  const target = findTarget(typed, call.terminal.cwd)
  if (target.type !== 'database')
    throw new Mistake(`${target.folder} is a project: its models are in its files, and all of them can be edited.`)
  return target
}
