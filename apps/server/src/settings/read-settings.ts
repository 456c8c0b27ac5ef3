/** The settings, read from flags and environment and checked once, at start. */
import { resolve } from 'node:path'
import { Mistake } from '../mistake.ts'

/** What the server runs with. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** A file or the address of a database server; absent: a file in the data folder. */
  readonly databaseUrl?: string
  /** Where Haykal keeps its own database and files; absent: beside the project or the adopted file. */
  readonly dataFolder?: string
  /** The address that people use, without a path; absent: whichever reaches the server. */
  readonly publicUrl?: URL
  /** Signs cursors and proofs; absent: made once and kept in Haykal's own database. */
  readonly secret?: string
  readonly logLevel: string
  /** Seconds that a page of a list may take before what can be shown of it is shown; absent: 3. */
  readonly listSeconds?: number
}

/** A setting with its text and where that came from. */
export interface SettingSource {
  readonly name: string
  /** Absent: not set, and there is no default. */
  readonly value?: string
  readonly source: string
  /** Not to be printed. */
  readonly isSecret: boolean
}

/** The texts of settings that flags give, by the names of the settings. */
export type GivenByFlags = { readonly [name: string]: string | undefined }

/** What the texts are read from. */
export interface SettingTexts {
  readonly flags?: GivenByFlags
  readonly env: { readonly [name: string]: string | undefined }
  /** The folder that relative paths start from. */
  readonly cwd: string
}

interface Declaration {
  readonly name: string
  readonly flag?: string
  readonly standard?: string
  readonly isSecret?: boolean
}

const declarations = {
  port: { name: 'PORT', flag: '--port', standard: '3000' },
  host: { name: 'HOST', flag: '--host', standard: '127.0.0.1' },
  databaseUrl: { name: 'DATABASE_URL', isSecret: true },
  dataFolder: { name: 'HAYKAL_DATA', flag: '--data' },
  publicUrl: { name: 'PUBLIC_URL', flag: '--public-url' },
  secret: { name: 'HAYKAL_SECRET', isSecret: true },
  logLevel: { name: 'LOG_LEVEL', standard: 'warn' },
  listSeconds: { name: 'HAYKAL_LIST_SECONDS', standard: '3' },
} as const satisfies { readonly [key in keyof Required<Settings>]: Declaration }

/** Reads and checks every setting. Throws `Mistake`, which names the first that is wrong. */
export function readSettings({ flags = {}, env, cwd }: SettingTexts): Settings {
  const texts = new Map(
    sourcesOfSettings({ flags, env, cwd }).map(({ name, value, source }) => [name, { value, source }]),
  )
  const read = <Value>(
    { name }: Declaration,
    check: (text: string) => Value | undefined,
    wish: string,
  ): Value | undefined => {
    const { value, source } = texts.get(name) ?? {}
    if (value === undefined) return undefined
    const checked = check(value)
    if (checked === undefined)
      throw new Mistake(`${source === 'environment' ? name : source} is not right: it must be ${wish}.`)
    return checked
  }
  const databaseUrl = read(declarations.databaseUrl, notEmpty, 'a file or an address such as postgres://host/name')
  const dataFolder = read(declarations.dataFolder, notEmpty, 'a folder')
  const publicUrl = read(declarations.publicUrl, webAddress, 'an address such as https://example.com, without a path')
  const secret = read(declarations.secret, longEnough, 'at least 32 characters that nobody can guess')
  return {
    port: read(declarations.port, portNumber, 'a whole number from 0 to 65535') ?? 3000,
    host: read(declarations.host, hostName, 'a name or an address of this machine') ?? '127.0.0.1',
    logLevel: read(declarations.logLevel, knownLevel, `one of ${logLevels.join(', ')}`) ?? 'warn',
    listSeconds: read(declarations.listSeconds, secondsOfList, 'a number of seconds from 0.001 to 10') ?? 3,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(dataFolder === undefined ? {} : { dataFolder: resolve(cwd, dataFolder) }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(secret === undefined ? {} : { secret }),
  }
}

/** Every setting with its text and where it came from, unchecked. */
export function sourcesOfSettings({ flags = {}, env }: SettingTexts): readonly SettingSource[] {
  return Object.values<Declaration>(declarations).map(({ name, flag, standard, isSecret = false }) => {
    const byFlag = flags[name]
    const byEnvironment = env[name]
    if (byFlag !== undefined) return { name, value: byFlag, source: flag ?? 'flag', isSecret }
    // An empty variable is how shells and container files say "not set".
    if (byEnvironment !== undefined && byEnvironment !== '')
      return { name, value: byEnvironment, source: 'environment', isSecret }
    return standard === undefined
      ? { name, source: 'not set', isSecret }
      : { name, value: standard, source: 'default', isSecret }
  })
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

function portNumber(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined
}

function hostName(text: string): string | undefined {
  return /^[\w.:%-]+$/.test(text) ? text : undefined
}

function secondsOfList(text: string): number | undefined {
  const seconds = /^\d{1,2}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  return seconds > 0 && seconds <= 10 ? seconds : undefined
}

/** Milliseconds after which a page of a list is shown as far as it can be. */
export function longestListOf({ listSeconds = 3 }: Pick<Settings, 'listSeconds'>): number {
  return listSeconds * 1_000
}

function notEmpty(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}

function longEnough(text: string): string | undefined {
  return text.length >= 32 ? text : undefined
}

function knownLevel(text: string): string | undefined {
  return logLevels.includes(text) ? text : undefined
}

function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain =
    url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return isPlain && /^https?:$/.test(url.protocol) ? url : undefined
}
