/** Opens a database that somebody else made: everything shows, nothing is written to it until its owner unlocks a model. */
import { dirname } from 'node:path'
import { openDatabase } from '@haykal/database'
import { languageCodes } from '@haykal/messages'
import type { State } from '../handlers/state.ts'
import { Mistake } from '../mistake.ts'
import type { Target } from '../project/find-target.ts'
import { type OwnDatabase, openOwnDatabase } from '../project/open-own-database.ts'
import { answers as isAnswering, type Opened, type OpenOptions, slowListsOf } from '../project/opened.ts'
import { longestListOf } from '../settings/read-settings.ts'
import { type AdoptedOptions, keepAdopted } from './adopted-database.ts'
import { findDataFolder } from './data-folder.ts'
import { expectOwnFile } from './expect-own-file.ts'
import { fileSetting, memoryOf, readFileMemory, rememberFile } from './file-memory.ts'
import { type Look, lookAt } from './held-database.ts'
import { countDoubts } from './report-adoption.ts'
import { unavailable } from './trouble.ts'

type DatabaseTarget = Target & { readonly type: 'database' }

/** Opens an adopted database, and Haykal's own beside it. Throws `Mistake` and `CannotOpenDatabase`, and then has changed neither. */
export async function openAdopted(target: DatabaseTarget, options: OpenOptions): Promise<Opened> {
  const limits = { longestList: longestListOf(options.settings) }
  const database = await openDatabase(target.address, { isReadOnly: true, mustExist: true, ...limits })
  try {
    const first = await lookAt(database)
    expectSomething(first, target.name)
    const { own, folder } = await openOwn(target, first, options)
    try {
      return await openedFrom({ target, first, own, folder, limits, slowLists: slowListsOf(options) })
    } catch (error) {
      await own.database.close()
      throw error
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

function expectSomething({ adoption: { guesses, objects } }: Look, name: string): void {
  if (guesses.length > 0) return
  const why = objects.length === 0 ? 'it has no tables' : `nothing in it can be shown (see "haykal introspect")`
  throw new Mistake(`There is nothing to show in ${name}: ${why}.`)
}

/** Opens the data folder of the database, and makes sure that it is this one's. */
async function openOwn(
  target: DatabaseTarget,
  { database: { place }, adoption }: Look,
  { settings, dataFolder, cwd, answers = {} }: OpenOptions,
): Promise<{ own: OwnDatabase; folder: string }> {
  // A database on a server has no file that could be moved or mistaken for another.
  if (!place) return { own: await openOwnDatabase(dataFolder, { secret: settings.secret }), folder: dataFolder }
  const file = memoryOf(place, adoption)
  const isBeside = settings.dataFolder === undefined
  if (!isBeside && (answers.was !== undefined || answers.isNew === true))
    throw new Mistake(
      '--was and --new are about the folder beside the file, and --data names another one: leave one of them out.',
    )
  const places = [dirname(place.path), cwd]
  const folder = isBeside ? await findDataFolder({ file, folder: target.dataFolder, places }, answers) : dataFolder
  const own = await openOwnDatabase(folder, { secret: settings.secret })
  try {
    const known = readFileMemory(await own.auth.settings.read(fileSetting))
    await expectOwnFile({ folder, known, file, isBeside }, answers)
    await rememberFile(own.auth.settings, file)
    return { own, folder }
  } catch (error) {
    await own.database.close()
    throw error
  }
}

interface Parts {
  readonly target: DatabaseTarget
  readonly first: Look
  readonly own: OwnDatabase
  readonly folder: string
  readonly limits: AdoptedOptions['limits']
  readonly slowLists: AdoptedOptions['slowLists']
}

async function openedFrom({ target, first, own, folder, limits, slowLists }: Parts): Promise<Opened> {
  const adopted = await keepAdopted({ address: target.address, auth: own.auth, folder, first, limits, slowLists })
  const { models, core } = adopted.held
  const names = models.all.map((model) => model.name)
  const state: State = {
    auth: own.auth,
    get core() {
      return adopted.held.core
    },
    async records() {
      await adopted.look()
      if (adopted.trouble !== undefined) throw unavailable(adopted.trouble)
      return adopted.held.core
    },
    label: target.name,
    languages: languageCodes,
    screens: [],
    endpoints: [],
    adopted,
    ...(adopted.searched && { searched: adopted.searched }),
    modules: {},
    get version() {
      return adopted.held.version
    },
    async isReady() {
      await adopted.look()
      const { database } = adopted.held
      return adopted.trouble === undefined && (await isAnswering(own.database)) && (await isAnswering(database))
    },
  }
  return {
    state,
    summary: {
      name: target.name,
      place: withoutPassword(target.address),
      dataFolder: folder,
      models: names,
      locked: names.filter((name) => core.closedOf(name) === 'locked'),
      doubts: countDoubts(first.adoption),
    },
    async close() {
      await adopted.close()
      await own.database.close()
    },
  }
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.password !== '') url.password = '…'
  return decodeURI(url.href)
}
