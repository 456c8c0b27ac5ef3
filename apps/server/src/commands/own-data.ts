/** Haykal's own database for commands that need nothing else: next to the target that is named, or in the data folder that is. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDatabase } from '@haykal/database'
import { findDataFolder } from '../adopted/data-folder.ts'
import { memoryOf } from '../adopted/file-memory.ts'
import { lookAt } from '../adopted/held-database.ts'
import { Mistake } from '../mistake.ts'
import { dataFolderOf, findTarget, type Target } from '../project/find-target.ts'
import { loadProject } from '../project/load-project.ts'
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
  if (target?.type === 'database' && settings.dataFolder === undefined) await expectHome(target, call.terminal.cwd)
  if (folder === undefined) throw new Mistake('Name the project or database, or its data folder with --data.')
  const people = target?.type === 'project' ? (await loadProject(target.folder)).people : undefined
  const own = await openOwnDatabase(folder, { secret: settings.secret, people })
  try {
    await work(own)
  } finally {
    await own.database.close()
  }
}

/** A file that seems to have been moved is asked about where it is served; until then nothing is made for it. */
async function expectHome({ address, dataFolder }: Target & { type: 'database' }, cwd: string): Promise<void> {
  if (existsSync(dataFolder)) return
  const database = await openDatabase(address, { isReadOnly: true, mustExist: true })
  try {
    if (!database.place) return
    const { adoption } = await lookAt(database)
    const file = memoryOf(database.place, adoption)
    await findDataFolder({ file, folder: dataFolder, places: [dirname(database.place.path), cwd] }, {})
  } finally {
    await database.close()
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
