/** Opens a database that somebody else made: everything shows, nothing is written to it until its owner unlocks a model. */
import { createAccess } from '@haykal/access'
import { type Database, modelsOfTables, openDatabase } from '@haykal/database'
import { fieldKinds } from '@haykal/fields'
import { resolveModels } from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import type { State } from '../handlers/state.ts'
import { Mistake } from '../mistake.ts'
import type { Target } from './find-target.ts'
import { createOpenModels } from './open-models.ts'
import { openOwnDatabase } from './open-own-database.ts'
import { answers, type Opened, type OpenOptions, versionOf } from './opened.ts'

/** Opens an adopted database, and Haykal's own beside it. */
export async function openAdopted(target: Target & { type: 'database' }, options: OpenOptions): Promise<Opened> {
  const { settings, dataFolder } = options
  const reading = await openDatabase(target.address, { isReadOnly: true, mustExist: true })
  const adopted = await adopt(reading, target.name)
  const own = await openOwnDatabase(dataFolder, settings.secret).catch(async (error: unknown) => {
    await reading.close()
    throw error
  })
  const openModels = await createOpenModels({ settings: own.auth.settings, address: target.address, reading })
  const { models, doubts } = adopted
  const core: RecordsCore = {
    // Another one takes its place when the first model is unlocked.
    get database() {
      return openModels.database()
    },
    models,
    access: createAccess(models, {}),
    secret: own.auth.secret,
    closedOf: (model) => {
      if (!openModels.has(model)) return 'locked'
      return openModels.isWritable ? undefined : 'read-only-file'
    },
  }
  const state: State = {
    auth: own.auth,
    core,
    label: target.name,
    languages: ['en', 'ar'],
    screens: [],
    endpoints: [],
    openModels,
    modules: {},
    version: versionOf(models.all.map((model) => model.definition)),
    isReady: async () => (await answers(own.database)) && (await answers(openModels.database())),
  }
  const names = models.all.map((model) => model.name)
  return {
    state,
    summary: {
      name: target.name,
      place: withoutPassword(target.address),
      dataFolder,
      models: names,
      locked: names.filter((name) => !openModels.has(name)),
      doubts,
    },
    async close() {
      await openModels.close()
      await own.database.close()
    },
  }
}

async function adopt(database: Database, name: string) {
  try {
    const { models, doubts } = await modelsOfTables(database)
    if (models.length === 0) {
      const why = doubts.length === 0 ? 'it has no tables' : doubts.join(' ')
      throw new Mistake(`There is nothing to show in ${name}: ${why}.`.replace(/\.\.$/, '.'))
    }
    return { models: resolveModels(models, { kinds: fieldKinds }), doubts }
  } catch (error) {
    await database.close()
    throw error
  }
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.password !== '') url.password = '…'
  return decodeURI(url.href)
}
