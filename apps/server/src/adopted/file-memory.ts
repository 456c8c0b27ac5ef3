/** What a data folder remembers of the file that it belongs to, so that two databases never share people, rules or histories. */
import { createHash } from 'node:crypto'
import type { Settings } from '@haykal/auth'
import type { FileIdentity, FilePlace } from '@haykal/database'
import { type Adoption, isJsonObject, type Json } from '@haykal/model'

/** A file as it was when it was last served. */
export interface FileMemory {
  readonly path: string
  readonly device: string
  readonly inode: string
  /** The names of its tables and views, each with a hash of its columns. */
  readonly tables: Tables
}

/** The names of tables and views, each with a hash of its columns. */
export type Tables = { readonly [name: string]: string }

/** The setting that holds it. */
export const fileSetting = 'adopted'

/** Remembers a file, in the place of whichever was remembered before. */
export async function rememberFile(settings: Settings, file: FileMemory): Promise<void> {
  await settings.change(fileSetting, () => ({ ...file }))
}

/** What a setting holds; undefined where no file was remembered yet. */
export function readFileMemory(value: Json | undefined): FileMemory | undefined {
  if (!isJsonObject(value) || !isJsonObject(value.tables)) return undefined
  return value as unknown as FileMemory
}

/** An open file, as it is to be remembered. */
export function memoryOf({ path, openedAs: { device, inode } }: FilePlace, adoption: Adoption): FileMemory {
  return { path, device, inode, tables: tablesOf(adoption) }
}

/** Whether both are the same file, wherever it lies and whatever is in it. */
export function isSameFile(
  one: Pick<FileIdentity, 'device' | 'inode'> | undefined,
  other: Pick<FileIdentity, 'device' | 'inode'> | undefined,
): boolean {
  return one !== undefined && other !== undefined && one.device === other.device && one.inode === other.inode
}

/**
 * Whether a file holds the database that is remembered, as it was or as it went on: most of its tables are there, or else all that are
 * there were there before. In the very same file a table may have got another name, or the last one may have gone; the number of an
 * inode proves nothing by itself, as systems give it again.
 */
export function isSameDatabase(remembered: FileMemory, present: FileMemory): boolean {
  const [before, now] = [Object.keys(remembered.tables), Object.keys(present.tables)]
  const isSameInode = isSameFile(remembered, present)
  const shapes = new Set(isSameInode ? Object.values(present.tables) : [])
  const kept = before.filter((name) => Object.hasOwn(present.tables, name) || shapes.has(remembered.tables[name] ?? ''))
  if (before.length === 0 || now.length === 0) return isSameInode || before.length === now.length
  return kept.length * 2 >= before.length || now.every((name) => before.includes(name))
}

/** Whether both hold the same tables, down to the columns: as good as certain for a file that was copied. */
export function hasSameTables(one: Tables, other: Tables): boolean {
  const names = Object.keys(one)
  return (
    names.length > 0 &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  )
}

function tablesOf({ guesses, objects }: Adoption): Tables {
  const columns = new Map(
    guesses.map(({ definition: { name, fields } }) => [
      name,
      Object.entries(fields).map(([field, { column = field }]) => column),
    ]),
  )
  const lasting = objects.filter(({ type }) => type !== 'shadow')
  return Object.fromEntries(
    lasting.map(({ name, model }) => [name, hashOf(model === undefined ? [] : (columns.get(model) ?? []))]).sort(),
  )
}

function hashOf(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns.toSorted())).digest('base64url').slice(0, 12)
}
