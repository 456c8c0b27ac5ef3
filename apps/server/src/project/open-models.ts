/** Which models of an adopted database may be edited, and the database itself: read-only until the first of them. */
import type { Settings } from '@haykal/auth'
import { CannotOpenDatabase, type Database, openDatabase } from '@haykal/database'
import { HaykalError, type Json } from '@haykal/model'
import type { OpenModels } from '../handlers/state.ts'

/** What it stands on. */
export interface OpenModelsOptions {
  readonly settings: Settings
  readonly address: string
  /** The database as opened for reading. */
  readonly reading: Database
}

/** The open models with the database that they are in. */
export interface AdoptedDatabase extends OpenModels {
  /** The database as it is open now. */
  database(): Database
  close(): Promise<void>
}

/** The name under which the open models are remembered. */
const setting = 'openModels'

/** Requests that began on the database before it was opened anew have long ended by then. */
const graceMs = 10_000

/** Remembers a model as open, without opening any database: for the command line. */
export async function rememberOpenModels(settings: Settings, models: readonly string[]): Promise<readonly string[]> {
  return namesIn(await settings.change(setting, (before) => [...new Set([...namesIn(before), ...models])]))
}

/** Begins with what is remembered. */
export async function createOpenModels({ settings, address, reading }: OpenModelsOptions): Promise<AdoptedDatabase> {
  let database = reading
  let open: ReadonlySet<string> = new Set(namesIn(await settings.read(setting)))
  let opening: Promise<void> | undefined

  async function openForWriting(): Promise<void> {
    if (!database.isReadOnly) return
    // Two owners who unlock at the same moment wait for the same opening.
    opening ??= reopen().finally(() => {
      opening = undefined
    })
    await opening
  }
  async function reopen(): Promise<void> {
    const before = database
    database = await openDatabase(address, { mustExist: true })
    setTimeout(() => void before.close(), graceMs).unref()
  }
  async function openQuietly(): Promise<void> {
    await openForWriting().catch((error: unknown) => {
      // Everything still shows; why nothing can be edited is told model by model.
      if (!(error instanceof CannotOpenDatabase)) throw error
    })
  }
  if (open.size > 0) await openQuietly()
  return {
    database: () => database,
    has: (model) => open.has(model),
    get isWritable() {
      return !database.isReadOnly
    },
    async open(model) {
      await openForWriting().catch((cause: unknown) => {
        throw new HaykalError('locked', { params: { reason: 'read-only-file' }, cause })
      })
      open = new Set(await rememberOpenModels(settings, [model]))
    },
    async refresh() {
      open = new Set(namesIn(await settings.read(setting)))
      if (open.size > 0) await openQuietly()
    },
    async close() {
      await opening?.catch(() => undefined)
      await database.close()
    },
  }
}

function namesIn(remembered: Json | undefined): readonly string[] {
  return Array.isArray(remembered) ? remembered.map(String) : []
}
