/** Ends the build when server code is about to reach a browser, and names who asked for it. */
import { builtinModules } from 'node:module'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { plainPath, workspaceFolder } from './places.ts'

const serverPackages = ['better-sqlite3', 'hono', 'kysely', 'lucia', 'pg', 'pino', 'zod', '@hono/', '@node-rs/']
const serverFolders = /\/(?:packages\/(?:database|access|records|auth)|apps\/server)\//
const builtins = new Set(builtinModules)

/** Whether an import names a package, or a part of Node, that only a server can run. */
export function isServerImport(specifier: string): boolean {
  if (specifier.startsWith('node:') || builtins.has(specifier)) return true
  return serverPackages.some(
    (name) => specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`),
  )
}

/** Whether a file is for the server alone: by the ending of its name, or by the folder that it lies in. */
export function isServerFile(path: string): boolean {
  const plain = plainPath(path)
  if (/\.server\.tsx?$/.test(plain)) return true
  return serverFolders.test(plain) && !plain.includes('/node_modules/')
}

/** The plugin; for builds and for the development server alike. */
export function refuseServerCode(): Plugin {
  return {
    name: 'haykal:refuse-server-code',
    enforce: 'pre',
    async resolveId(specifier, importer, options) {
      if (!importer || plainPath(importer).includes('/node_modules/')) return null
      if (isServerImport(specifier)) this.error(refusal(specifier, importer))
      const resolved = await this.resolve(specifier, importer, { ...options, skipSelf: true })
      if (resolved && isServerFile(resolved.id)) this.error(refusal(shown(resolved.id), importer))
      return resolved
    },
  }
}

function refusal(what: string, importer: string): string {
  return (
    `${shown(importer)} imports ${what}, which runs on the server only. ` +
    'Move what the browser needs into a file without server imports, or fetch it over the API.'
  )
}

function shown(path: string): string {
  const inside = relative(workspaceFolder, plainPath(path))
  return inside.startsWith('..') ? plainPath(path) : plainPath(inside)
}
