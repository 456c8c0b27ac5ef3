/** Opens an adopted database for writing, with all that unlocking adds to it; when any of it fails, the file is as it was before. */
import { CannotOpenDatabase, type Database, makeHistoryTable, type OpenOptions, openDatabase } from '@haykal/database'
import { HaykalError } from '@haykal/model'
import { errorOfState } from '@haykal/records'
import { isSameFile } from './file-memory.ts'
import { unavailable } from './trouble.ts'

/** What is opened. */
export interface WritingOptions {
  readonly address: string
  /** How long what is read may take. */
  readonly limits: Pick<OpenOptions, 'longestList'>
  /** The database as it is open for reading: the same file must still be there. */
  readonly reading: Database
  /** Done in the middle, so that it counts only when everything else worked too. */
  remember?(): Promise<void>
}

/** Opens it. Throws `locked` where the file cannot be written, `disk_full`, `busy` and `unavailable`. */
export async function openForWriting({ address, limits, reading, remember }: WritingOptions): Promise<Database> {
  const database = await openDatabase(address, { mustExist: true, ...limits }).catch((error: unknown) => {
    throw writingError(reading, error)
  })
  try {
    if (database.place && !isSameFile(database.place.openedAs, reading.place?.openedAs))
      throw new HaykalError('unavailable', { retryAfter: 1, params: { reason: 'replaced' } })
    await database.write(async (queries) => {
      if (!(await makeHistoryTable({ engine: database.engine, queries })))
        throw new HaykalError('locked', { params: { reason: 'read-only-file' } })
      await remember?.()
    })
    return database
  } catch (error) {
    if ((await database.closeAsBefore?.()) === undefined) await database.close()
    throw writingError(database, error)
  }
}

/** Why a file cannot be opened for writing, in our words. */
function writingError({ engine }: Database, error: unknown): unknown {
  if (error instanceof HaykalError) return error
  const refusal = engine.explainRefusal(error instanceof CannotOpenDatabase ? error.cause : error)
  const obstacle = error instanceof CannotOpenDatabase ? error.reason : undefined
  const reason = obstacle === 'other' ? (refusal?.reason ?? obstacle) : (obstacle ?? refusal?.reason)
  switch (reason) {
    case 'busy':
    case 'full':
      return errorOfState(reason, error)
    case 'missing':
    case 'damaged':
    case 'unfinished':
      return unavailable(reason, error)
    case 'unreadable':
    case 'read-only':
    case 'other':
      return new HaykalError('locked', { params: { reason: 'read-only-file' }, cause: error })
    default:
      return error
  }
}
