/** The two browser files of a project as entries beside the app's own: one for everyone, one for signed-in people. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** The faces that a project may have: the name of the entry, its file, and its address in development. */
export const projectFaces = [
  { entry: 'project-public', file: 'haykal.public.ts', address: '/-/project/public.ts' },
  { entry: 'project-web', file: 'haykal.web.ts', address: '/-/project/web.ts' },
] as const

/** The faces that a project has, by entry name. Empty without a project. */
export function projectEntries(project: string | undefined): { readonly [entry: string]: string } {
  if (project === undefined) return {}
  const found = projectFaces.map(({ entry, file }) => [entry, resolve(project, file)] as const)
  return Object.fromEntries(found.filter(([, file]) => existsSync(file)))
}

/** In development, answers the faces' addresses, and takes a changed face over without loading the page again. */
export function serveProjectFaces(project: string): Plugin {
  const byAddress = new Map<string, string>(projectFaces.map(({ file, address }) => [address, resolve(project, file)]))
  const files = new Map<string, string>(projectFaces.map(({ file, address }) => [resolve(project, file), address]))
  return {
    name: 'haykal:project-faces',
    apply: 'serve',
    enforce: 'pre',
    resolveId(specifier) {
      const file = byAddress.get(specifier.replace(/\?.*$/, ''))
      return file !== undefined && existsSync(file) ? file : null
    },
    transform(code, id) {
      const address = files.get(id)
      if (address === undefined) return null
      const event = `new CustomEvent('haykal:project-face', { detail: { address: ${JSON.stringify(address)}, face } })`
      return {
        code: `${code}\nimport.meta.hot?.accept((face) => face && window.dispatchEvent(${event}))\n`,
        map: null,
      }
    },
  }
}
