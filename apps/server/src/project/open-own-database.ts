/** Opens Haykal's own database, in the data folder that it makes when everything else is known to work. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Auth, createAuth } from '@haykal/auth'
import { type Database, openDatabase } from '@haykal/database'
import { Mistake } from '../mistake.ts'

/** Our own database and who lives in it. */
export interface OwnDatabase {
  readonly database: Database
  readonly auth: Auth
}

/** Opens the database in the data folder; both are made when they are missing. Throws `Mistake` or `CannotOpenDatabase`. */
export async function openOwnDatabase(folder: string, secret: string | undefined): Promise<OwnDatabase> {
  makeFolder(folder)
  const database = await openDatabase(join(folder, 'haykal.sqlite'))
  try {
    return { database, auth: await createAuth({ database, ...(secret === undefined ? {} : { secret }) }) }
  } catch (error) {
    await database.close()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    // For nobody else on this machine: passwords, even hashed, are in there.
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (made !== undefined) writeFileSync(join(folder, '.gitignore'), '*\n')
  } catch (cause) {
    throw new Mistake(
      `The folder ${folder} cannot be made or written: choose another one with --data or HAYKAL_DATA.`,
      cause,
    )
  }
}
