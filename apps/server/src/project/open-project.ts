/** Opens a project: its models, its database, its people. */
import { join } from 'node:path'
import { createAccess } from '@haykal/access'
import { rulesOptionsOf } from '@haykal/auth'
import { fillLater, openDatabase, type Unfilled } from '@haykal/database'
import { languageCodes } from '@haykal/messages'
import type { RecordsCore } from '@haykal/records'
import type { Project } from 'haykal'
import { namesOf } from '../handlers/names-of.ts'
import type { State } from '../handlers/state.ts'
import { longestListOf } from '../settings/read-settings.ts'
import { prepareDatabase } from './fill-database.ts'
import { loadProject } from './load-project.ts'
import { openOwnDatabase } from './open-own-database.ts'
import { answers, type Opened, type OpenOptions, slowListsOf, versionOf } from './opened.ts'

/** Opens the project of a folder. Everything that can be wrong without a database is said before one is made. */
export async function openProject(folder: string, options: OpenOptions): Promise<Opened> {
  const { settings, dataFolder, scale, modules, say } = options
  const { project, models, people, rules, faces, endpoints, fill } = await loadProject(folder)
  const access = createAccess(models, rules, rulesOptionsOf(people))
  // One on a server is asked first: when it cannot be reached, nothing is made here.
  const limits = { longestList: longestListOf(settings) }
  const elsewhere = settings.databaseUrl === undefined ? undefined : await openDatabase(settings.databaseUrl, limits)
  const own = await openOwnDatabase(dataFolder, { secret: settings.secret, people }).catch(async (error: unknown) => {
    await elsewhere?.close()
    throw error
  })
  const place = join(dataFolder, 'data.sqlite')
  const database = elsewhere ?? (await openDatabase(place, limits))
  const unfilled: Unfilled[] = []
  const later = (each: Unfilled) => void unfilled.push(each)
  await prepareDatabase({ database, models, settings: own.auth.settings, fill, scale, say, later })
  const filling = unfilled.length > 0 ? fillLater(database, unfilled) : undefined

  const core: RecordsCore = {
    database,
    models,
    access,
    secret: own.auth.secret,
    closedOf: () => (database.isReadOnly ? 'read-only-file' : undefined),
    faces,
    namesOf: namesOf(own.auth),
    hasOwnTables: !database.isReadOnly,
    slowLists: slowListsOf(options),
    // In a database of somebody's own, others may have put something beside what we made.
    ...(elsewhere ? {} : { isOurs: true }),
    ...(database.isReadOnly ? {} : { history: {} }),
    ...(filling && { searched: { reachOf: async (model) => filling.reachOf(model) } }),
  }
  const state: State = {
    auth: own.auth,
    core,
    records: async () => core,
    label: project.label,
    languages: project.languages ?? languageCodes,
    screens: screensOf(project),
    endpoints,
    modules,
    version: versionOf(project, rules),
    ...(filling && { searched: filling }),
    isReady: async () => (await answers(own.database)) && (await answers(database)),
  }
  const summary = {
    name: project.name,
    place: settings.databaseUrl === undefined ? place : 'DATABASE_URL',
    dataFolder,
    models: models.all.map((model) => model.name),
    locked: [],
    doubts: 0,
  }
  return {
    state,
    summary,
    async close() {
      await filling?.close()
      await database.close()
      await own.database.close()
    },
  }
}

function screensOf({ screens = [] }: Project): State['screens'] {
  return screens.map(({ name, path, label, icon, public: isPublic }) => ({
    name,
    path,
    label,
    ...(icon === undefined ? {} : { icon }),
    ...(isPublic === true ? { public: true } : {}),
  }))
}
