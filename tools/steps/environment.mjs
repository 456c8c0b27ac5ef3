/** The environment that our children get: a path with the right Node first, and nothing left over from npm. */
import { delimiter, dirname, join } from 'node:path'
import { cache } from './places.mjs'

/** Settings of npm that a child may need to reach the registry; all others are of the script that started us. */
const keptSettings = new Set(
  ['registry', 'userconfig', 'cache', 'proxy', 'https_proxy', 'noproxy', 'cafile'].map((name) => `npm_config_${name}`),
)

/**
 * The environment without what npm and pnpm add for their scripts.
 * @param {NodeJS.ProcessEnv} env
 */
export function withoutScriptSettings(env) {
  const isLeftover = (/** @type {string} */ name) =>
    name === 'INIT_CWD' || (/^(p?npm_(config|package|lifecycle)_)/i.test(name) && !keptSettings.has(name.toLowerCase()))
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isLeftover(name)))
}

/**
 * The environment with `folders` before all others on the path. Windows writes the name as it likes ("Path").
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} folders
 */
export function withFoldersFirst(env, folders) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const rest = (env[name] ?? '').split(delimiter).filter((folder) => folder && !folders.includes(folder))
  return { ...env, [name]: [...folders, ...rest].join(delimiter) }
}

/**
 * What every child gets.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(runtime) {
  const folders = runtime.pnpm ? [runtime.pnpm, dirname(runtime.node)] : [dirname(runtime.node)]
  const env = withFoldersFirst(withoutScriptSettings(process.env), folders)
  // One pool of memory for the few threads of a server instead of one for each, of which most would lie idle; only glibc reads it.
  return { MALLOC_ARENA_MAX: '1', ...env, NODE_COMPILE_CACHE: join(cache, 'node-compile') }
}
