/** Finds the data folder of an adopted file, also when the file has got another name or place since; in doubt it asks. */
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createSettings } from '@haykal/auth'
import { openDatabase } from '@haykal/database'
import { Mistake } from '../mistake.ts'
import { ownFile } from '../project/open-own-database.ts'
import {
  type FileMemory,
  fileSetting,
  hasSameTables,
  isSameDatabase,
  isSameFile,
  readFileMemory,
} from './file-memory.ts'

/** What a person has answered beforehand, with flags, or can be asked. */
export interface Answers {
  /** The file holds the database that the data folder belongs to. */
  readonly isSame?: boolean
  /** The data folder that the file had before it was moved: an absolute path. */
  readonly was?: string
  /** The file has no data folder yet, whatever lies around. */
  readonly isNew?: boolean
  /** Asks a question that is answered with yes or no; absent: nobody can be asked. */
  ask?(question: string): Promise<boolean>
}

/** A file that is about to be served. */
export interface Newcomer {
  readonly file: FileMemory
  /** The folder beside it that is its own as a rule. */
  readonly folder: string
  /** Where to look for a folder that it had before: absolute paths. */
  readonly places: readonly string[]
}

/** The ending of data folders that lie beside their file. */
export const folderEnding = '.haykal'

/** The data folder beside a file: its own, or one that it had under another name, which is then renamed. Throws `Mistake` when nobody can be asked. */
export async function findDataFolder({ file, folder, places }: Newcomer, answers: Answers): Promise<string> {
  if (answers.was !== undefined) return takeOver(answers.was, folder)
  if (answers.isNew === true || existsSync(folder)) return folder
  for (const candidate of foldersIn(places)) {
    const known = await memoryIn(candidate)
    if (!known || !mayHaveBeen(known, file)) continue
    const told = `${candidate} belongs to ${known.path}, which is not there any more; ${file.path} looks like it, moved or renamed`
    if (!answers.ask) {
      throw new Mistake(
        `${told}. Start it with --was ${candidate} to go on with its people, rules and history, or --new to begin without them.`,
      )
    }
    if (await answers.ask(`${told}. Go on with its people, rules and history?`)) return takeOver(candidate, folder)
  }
  return folder
}

function takeOver(from: string, to: string): string {
  if (from === to) return to
  if (!existsSync(join(from, ownFile))) throw new Mistake(`${from} is no data folder of Haykal: check --was.`)
  if (existsSync(to))
    throw new Mistake(
      `${to} is there already: the file has a data folder of its own. Start without --was, or move that one away first.`,
    )
  try {
    renameSync(from, to)
  } catch (cause) {
    throw new Mistake(`${from} cannot be renamed to ${to}: move it there yourself, then start without --was.`, cause)
  }
  return to
}

function foldersIn(places: readonly string[]): readonly string[] {
  return [...new Set(places)].flatMap((place) => {
    try {
      return readdirSync(place)
        .filter((name) => name.endsWith(folderEnding) && existsSync(join(place, name, ownFile)))
        .map((name) => join(place, name))
    } catch {
      return []
    }
  })
}

/** Whether a file may be one that has left its place: the very same under another name, or one with the same tables while the old one is gone. */
function mayHaveBeen(known: FileMemory, file: FileMemory): boolean {
  // The number of a file that is gone is given again, so it alone says nothing.
  if (isSameFile(known, file)) return !isThere(known) && isSameDatabase(known, file)
  return !existsSync(known.path) && hasSameTables(known.tables, file.tables)
}

function isThere({ path, device, inode }: FileMemory): boolean {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return isSameFile({ device, inode }, { device: String(dev), inode: String(ino) })
  } catch {
    return false
  }
}

/** What a data folder remembers of its file; undefined where it remembers none, or cannot be read. */
async function memoryIn(folder: string): Promise<FileMemory | undefined> {
  const database = await openDatabase(join(folder, ownFile), { isReadOnly: true }).catch(() => undefined)
  if (!database) return undefined
  try {
    return readFileMemory(await createSettings(database).read(fileSetting))
  } catch {
    return undefined
  } finally {
    await database.close()
  }
}
