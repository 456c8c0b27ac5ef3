/** The life of a database that somebody else made: looked at before every request, adopted anew when it has changed, opened for writing once it is unlocked. */
import { join } from 'node:path'
import type { Auth } from '@haykal/auth'
import type { Trouble } from '@haykal/contract'
import { type Database, type FileIdentity, type IndexBeside, type OpenOptions, openDatabase } from '@haykal/database'
import { HaykalError, isSameJson, type Json } from '@haykal/model'
import type { SlowLists } from '@haykal/records'
import { namesOf } from '../handlers/names-of.ts'
import { claimFile } from './claim-file.ts'
import { type Corrections, readCorrections } from './corrections.ts'
import { isSameFile } from './file-memory.ts'
import { type Held, hold, type Keeping, type Look, lookAgain, lookAt, type Said } from './held-database.ts'
import { openForWriting } from './open-for-writing.ts'
import { createRetired } from './retired-databases.ts'
import { type KeptRules, readRules } from './said-rules.ts'
import { expectKnown, troubleOf, unavailable } from './trouble.ts'
import { forgetUnlocked, readUnlocked, rememberUnlocked } from './unlocked-models.ts'

/** An adopted database. */
export interface AdoptedDatabase {
  /** As it was when last looked at. */
  readonly held: Held
  /** Why its records cannot be had at the moment; undefined: they can. */
  readonly trouble: Trouble | undefined
  /** Looks whether it is still what it was, and takes it as it is now, with the rules that hold now. Throws `busy` when that cannot be told. */
  look(): Promise<void>
  /** Looks closely, after a read that failed; gives what the matter is. Undefined: the database has changed meanwhile, and may be asked again. */
  examine(): Promise<Trouble | undefined>
  /** Learns what another process has unlocked, and opens the file for writing if something is. Throws why that cannot be. */
  learnUnlocked(): Promise<void>
  /** Opens a model for editing, with all that this adds to the file, or else leaves all as it was. Throws `locked`, `busy`, `disk_full`, `unavailable`. */
  unlock(model: string): Promise<void>
  /** Puts other corrections into effect: those that `keep` gives when its turn has come. */
  correct(keep: (held: Held) => Promise<Corrections>): Promise<Held>
  /** Puts other rules into effect, in the same way. */
  rule(keep: (held: Held) => Promise<KeptRules>): Promise<Held>
  /** What its texts are searched by, in a file of our own; absent: the database searches them itself. */
  readonly searched?: IndexBeside
  close(): Promise<void>
}

/** What it begins with. */
export interface AdoptedOptions {
  readonly address: string
  readonly auth: Pick<Auth, 'settings' | 'secret' | 'roster'>
  /** Our folder beside it. */
  readonly folder: string
  /** The database, opened for reading. */
  readonly first: Look
  /** How long what is read may take. */
  readonly limits: Pick<OpenOptions, 'longestList'>
  /** Which lists were slow. */
  readonly slowLists?: SlowLists | undefined
}

/** The file in a data folder in which the texts of the database are indexed: derived, so that it may be thrown away while nothing runs. */
const searchFile = 'search.sqlite'

/** Milliseconds after which what failed is tried again though nothing about the file has changed. */
const patience = 500

/** How long rules are taken for granted, in milliseconds; what is said in this process holds at once, what is said in another after this. */
const trusted = 500

/** Keeps a database that was opened a moment ago. */
export async function keepAdopted({
  address,
  auth,
  folder,
  first,
  limits,
  slowLists,
}: AdoptedOptions): Promise<AdoptedDatabase> {
  const { settings, secret } = auth
  const retired = createRetired()
  const searched = first.database.engine.keepIndexBeside?.(join(folder, searchFile))
  let unlocked: ReadonlySet<string> = new Set(await readUnlocked(settings))
  let trouble: Trouble | undefined
  /** The last time that all was looked at: at which file, how closely, and when to do so again though nothing has changed. */
  let found:
    | { readonly file: FileIdentity | undefined; readonly isClosely: boolean; readonly again: number }
    | undefined
  let failedOpening: { readonly error: unknown; readonly again: number } | undefined

  const keeping: Keeping = {
    secret,
    closedOf(model) {
      if (!unlocked.has(model)) return 'locked'
      return held.database.isReadOnly ? 'read-only-file' : undefined
    },
    history: {
      expectThere() {
        if (!isStillThere(held.database)) throw unavailable('missing')
      },
    },
    namesOf: namesOf(auth),
    ...(searched && { searched }),
    ...(slowLists && { slowLists }),
  }
  const said: Said = { corrections: await readCorrections(settings), kept: await readRules(settings) }
  let held = hold(first, said, keeping)
  searched?.take(held.database, held.models.all)

  /** All of these replace what is held, so they take turns. */
  let turn: Promise<unknown> = Promise.resolve()
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
  function replace(look: Look, said: Said = held): void {
    const before = held.database
    held = hold(look, said, keeping)
    searched?.take(held.database, held.models.all)
    if (look.database !== before && !isLetGo) retired.add(before)
    if (look.database !== before) isLetGo = false
  }
  /** A file that was moved away is closed at once: what lies in its place must not be read together with its log. */
  let isLetGo = false
  async function letGo(): Promise<void> {
    if (isLetGo) return
    isLetGo = true
    // Writes that have begun end first; they are refused, as nobody would find them.
    if (!held.database.isReadOnly) await held.database.write(async () => undefined).catch(() => undefined)
    await held.database.close()
  }

  // —— rules ——

  let learned = performance.now()
  /** How often something was said here: what was read before that is no longer so. */
  let words = 0
  /** Costs a look at one row of our own, twice a second. */
  async function learnRules(): Promise<void> {
    if (performance.now() < learned + trusted) return
    const before = words
    const started = performance.now()
    const kept = await readRules(settings)
    if (before !== words) return
    learned = Math.max(learned, started)
    if (!isSame(kept, held.kept)) replace(held, { corrections: held.corrections, kept })
  }

  // —— looking ——

  let looking: Promise<void> | undefined
  async function look(): Promise<void> {
    await learnRules()
    if (looking === undefined && isUnchanged()) return
    // Whoever asks meanwhile waits for the same look.
    looking ??= inTurn(() => (isUnchanged() ? Promise.resolve() : takeAsItIs())).finally(() => {
      looking = undefined
    })
    await looking
  }
  /** Costs a `stat` and a glance at the schema's number: some microseconds. */
  function isUnchanged(): boolean {
    const { database, schemaVersion } = held
    if (trouble !== undefined) return isFoundAlready(database.place?.identity())
    if (!isStillThere(database)) return false
    try {
      return database.schemaVersion?.() === schemaVersion
    } catch {
      return false
    }
  }
  function isFoundAlready(file: FileIdentity | undefined): boolean {
    if (found === undefined || performance.now() > found.again) return false
    return file === undefined
      ? found.file === undefined
      : isSameFile(file, found.file) && file.size === found.file?.size
  }

  /** Adopts the database anew; what stands in the way becomes the trouble. */
  async function takeAsItIs({ isClosely = false } = {}): Promise<void> {
    const file = held.database.place?.identity()
    try {
      if (!isStillThere(held.database)) await letGo()
      const isOpen = !isClosely && !isLetGo && trouble === undefined
      // A connection that fails cannot tell why as exactly as opening can.
      trouble = isOpen ? await adoptAnew(held.database).catch(reopen) : await reopen()
    } catch (error) {
      trouble = troubleOf(error, held.database.engine)
    }
    found = { file, isClosely, again: performance.now() + patience }
  }
  async function reopen(): Promise<Trouble | undefined> {
    const database = await openDatabase(address, { isReadOnly: true, mustExist: true, ...limits })
    const obstacle = await adoptAnew(database).catch(async (error: unknown) => {
      await database.close()
      throw error
    })
    if (obstacle !== undefined) await database.close()
    else if (unlocked.size > 0) await openAgainForWriting().catch(expectKnown)
    return obstacle
  }
  async function adoptAnew(database: Database): Promise<Trouble | undefined> {
    const look = await lookAt(database)
    const obstacle = await claimFile(settings, look, held)
    if (obstacle === undefined) replace(look)
    return obstacle
  }

  // —— writing ——

  async function openHeldForWriting(remember?: () => Promise<void>): Promise<void> {
    const database = await openForWriting({
      address,
      limits,
      reading: held.database,
      ...(remember ? { remember } : {}),
    })
    const look = await lookAgain(held, database).catch(async (error: unknown) => {
      await database.close()
      throw error
    })
    replace(look)
  }
  async function openAgainForWriting(): Promise<void> {
    if (failedOpening && performance.now() < failedOpening.again) throw failedOpening.error
    failedOpening = undefined
    await openHeldForWriting().catch((error: unknown) => {
      // Not at every request: whoever has the file may have it for long.
      failedOpening = { error, again: performance.now() + patience }
      throw error
    })
  }
  async function learnUnlocked(): Promise<void> {
    unlocked = new Set(await readUnlocked(settings))
    if (unlocked.size === 0 || !held.database.isReadOnly) return
    await look()
    await inTurn(async () => {
      if (trouble === undefined && held.database.isReadOnly) await openAgainForWriting()
    })
  }
  async function unlock(model: string): Promise<void> {
    await look()
    await inTurn(async () => {
      if (trouble !== undefined) throw unavailable(trouble)
      const closed = held.core.closedOf(model)
      if (closed !== undefined && closed !== 'locked' && closed !== 'read-only-file')
        throw new HaykalError('locked', { params: { reason: closed } })
      const before = await readUnlocked(settings)
      const remember = async () => {
        unlocked = new Set(await rememberUnlocked(settings, [model]))
      }
      if (!held.database.isReadOnly) return await remember()
      await openHeldForWriting(remember).catch(async (error: unknown) => {
        if (!before.includes(model)) await forgetUnlocked(settings, [model])
        unlocked = new Set(before)
        throw error
      })
    })
  }

  if (unlocked.size > 0) await inTurn(openAgainForWriting).catch(expectKnown)
  return {
    get held() {
      return held
    },
    get trouble() {
      return trouble
    },
    look,
    async examine() {
      const before = held
      const isRecent = found !== undefined && performance.now() < found.again
      // It was adopted anew a moment ago, and what failed had begun before.
      if (isRecent && !found?.isClosely) return trouble
      if (held.database.place && !isRecent) await inTurn(() => takeAsItIs({ isClosely: true }))
      if (trouble !== undefined || before.schemaVersion !== held.schemaVersion) return trouble
      return held.database.place ? 'damaged' : 'unreadable'
    },
    learnUnlocked,
    unlock,
    correct: (keep) =>
      inTurn(async () => {
        const corrections = await keep(held)
        replace(held, { corrections, kept: held.kept })
        return held
      }),
    rule: (keep) =>
      inTurn(async () => {
        const kept = await keep(held)
        words += 1
        replace(held, { corrections: held.corrections, kept })
        return held
      }),
    ...(searched && { searched }),
    async close() {
      await turn
      await searched?.close()
      await retired.close()
      if (!isLetGo) await held.database.close()
    },
  }
}

function isSame(one: KeptRules, other: KeptRules): boolean {
  return isSameJson(one as unknown as Json, other as unknown as Json)
}

/** Whether a database that is open is the one that lies in its place. */
function isStillThere({ place }: Database): boolean {
  return place === undefined || isSameFile(place.identity(), place.openedAs)
}
