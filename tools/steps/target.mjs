/** Reads what a person wants to run from the arguments: a project, a database, or the sample project. */
import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { root, whereTyped } from './places.mjs'

/** The project that runs when none is named. */
export const sampleProject = join(root, 'examples/bazaar')

const flagsWithValue = new Set(['--port', '--host', '--data', '--scale', '--public-url', '--was'])

/**
 * Splits arguments into the target (the first that is no flag and no flag's value) and the rest, in their order.
 * @param {string[]} args
 * @returns {{ target?: string | undefined, flags: string[] }}
 */
export function splitArguments(args) {
  const isValue = (/** @type {number} */ index) => flagsWithValue.has(args[index - 1] ?? '')
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && !isValue(index))
  return at < 0 ? { flags: args } : { target: args[at], flags: args.toSpliced(at, 1) }
}

/**
 * The value of a flag, written `--port 80` or `--port=80`.
 * @param {string[]} flags
 * @param {string} name such as `--port`
 */
export function flagValue(flags, name) {
  const at = flags.indexOf(name)
  if (at >= 0) return flags[at + 1]
  return flags.find((flag) => flag.startsWith(`${name}=`))?.slice(name.length + 1)
}

/**
 * Where the browser's side of a target is built, and from which project; a database has none.
 * @typedef {{ project?: string, out: string }} WebBuild
 */

/**
 * The pages for any database: they know no project.
 * @type {WebBuild}
 */
export const anyDatabase = { out: webFolder('generic') }

/** The pages of the sample project. */
export const sampleWeb = projectWeb(sampleProject)

/**
 * The build that a target needs, or nothing when there is no such target (the server then says what is wrong).
 * @param {string} [target] as typed; the sample project when absent
 * @returns {WebBuild | undefined}
 */
export function webBuildOf(target) {
  const path = target === undefined ? sampleProject : resolve(whereTyped(), target)
  if (isProject(path)) return projectWeb(path)
  if (target !== undefined && isAddress(target)) return anyDatabase
  return existsSync(path) && !statSync(path).isDirectory() ? anyDatabase : undefined
}

/**
 * A project is a folder with a haykal.config.ts.
 * @param {string} path
 */
export function isProject(path) {
  return existsSync(join(path, 'haykal.config.ts'))
}

/**
 * A name for a folder that is readable and not shared with another folder of the same name.
 * @param {string} folder a full path
 */
export function slugOf(folder) {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${name || 'project'}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`
}

/**
 * An address of a database server, such as `scheme://host/name`. One letter before the colon is a drive of Windows.
 * @param {string} target
 */
export function isAddress(target) {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(target)
}

/**
 * @param {string} path the full path of a project
 * @returns {WebBuild}
 */
function projectWeb(path) {
  return { project: path, out: webFolder(slugOf(path)) }
}

/** @param {string} slug */
function webFolder(slug) {
  return join(root, 'apps/web/dist', slug)
}
