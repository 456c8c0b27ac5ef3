/** What a person wants to run: a project folder, a database file, or a database on a server. Looks only; changes nothing. */
import { existsSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { isServerAddress } from '@haykal/database'
import { folderEnding } from '../adopted/data-folder.ts'
import { Mistake } from '../mistake.ts'
import { ownFile } from './open-own-database.ts'

/** What was found. */
export type Target =
  | { readonly type: 'project'; readonly folder: string }
  | {
      readonly type: 'database'
      /** A path, or the address of a database server. */
      readonly address: string
      /** What people call it. */
      readonly name: string
      readonly dataFolder: string
    }

/** The file that makes a folder a project. */
export const projectFile = 'haykal.config.ts'

/** Finds what is meant; without a name the project of the current folder. Throws `Mistake`. */
export function findTarget(typed: string | undefined, cwd: string): Target {
  if (typed !== undefined && /^[a-z][a-z0-9+.-]+:\/\//i.test(typed)) return serverTarget(typed, cwd)
  const path = resolve(cwd, typed ?? '.')
  if (existsSync(join(path, projectFile))) return { type: 'project', folder: path }
  if (typed === undefined) {
    throw new Mistake(
      `There is no ${projectFile} in this folder: name a project folder, a database file or a postgres:// address.`,
    )
  }
  if (!existsSync(path)) throw new Mistake(whereItWent(path))
  if (statSync(path).isDirectory()) {
    throw new Mistake(`${path} is a folder without ${projectFile}: name a project folder, or a database file in it.`)
  }
  const name = basename(path, extname(path))
  return { type: 'database', address: path, name, dataFolder: besideFile(path) }
}

function besideFile(path: string): string {
  return `${path}${folderEnding}`
}

function whereItWent(path: string): string {
  const folder = besideFile(path)
  return existsSync(join(folder, ownFile))
    ? `There is no ${path}, but ${folder} remembers it: if it was moved or renamed, name it where it is now, with --was ${folder}.`
    : `There is no ${path}: check the path.`
}

/** Whether a text names something to run, rather than being any other word. */
export function isTarget(typed: string, cwd: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(typed) || existsSync(resolve(cwd, typed))
}

function serverTarget(address: string, cwd: string): Target {
  if (!isServerAddress(address) || !URL.canParse(address)) {
    throw new Mistake('This address is of no database that Haykal knows: write it like postgres://user@host/name.')
  }
  const name = decodeURIComponent(basename(new URL(address).pathname)) || 'database'
  return { type: 'database', address, name, dataFolder: join(cwd, `${name.replace(/[^\w.-]+/g, '_')}.haykal`) }
}

/** Where Haykal keeps what is its own, unless told otherwise. */
export function dataFolderOf(target: Target): string {
  return target.type === 'project' ? join(target.folder, '.haykal') : target.dataFolder
}
