/** Opens Haykal's own database, in the data folder that it makes when everything else is known to work. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Auth, type AuthOptions, createAuth, type DeclaredPeople } from '@haykal/auth'
import { type Database, openDatabase } from '@haykal/database'
import { Mistake } from '../mistake.ts'

/** Our own database and who lives in it. */
export interface OwnDatabase {
  readonly database: Database
  readonly auth: Auth
}

/** What is known before it is opened. */
export interface OwnDatabaseOptions {
  /** Absent or undefined: the one that it remembers. */
  readonly secret?: string | undefined
  /** What the project says of its people; absent or undefined: nothing. */
  readonly people?: DeclaredPeople | undefined
}

/** The file in a data folder. */
export const ownFile = 'haykal.sqlite'

/** Opens the database in the data folder; both are made when they are missing. Throws `Mistake` or `CannotOpenDatabase`. */
export async function openOwnDatabase(folder: string, { secret, people }: OwnDatabaseOptions): Promise<OwnDatabase> {
  makeFolder(folder)
  const database = await openDatabase(join(folder, ownFile))
  try {
    const options: AuthOptions = {
      database,
      ...(secret === undefined ? {} : { secret }),
      ...(people === undefined ? {} : { people }),
    }
    return { database, auth: await createAuth(options) }
  } catch (error) {
    await database.close()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    const made = missingFolders(folder)
    // For nobody else on this machine: passwords, even hashed, are in there.
    for (const each of made) mkdirSync(each, { mode: 0o700 })
    if (made.length > 0) writeFileSync(join(folder, '.gitignore'), '*\n')
  } catch (cause) {
    throw new Mistake(
      `The folder ${folder} cannot be made or written: choose another one with --data or HAYKAL_DATA.`,
      cause,
    )
  }
}

/** What has to be made, the outermost first. (Node's own `recursive` never ends where the system says that a parent is missing which is there.) */
function missingFolders(folder: string): string[] {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return []
    throw new Error(`${folder} is a file`)
  }
  const parent = dirname(folder)
  return [...(parent === folder ? [] : missingFolders(parent)), folder]
}
