/** What a build of the browser's side holds: which files there are, who may have them, and how they may be cached. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BootModules } from '@haykal/contract'
import { Mistake } from '../mistake.ts'
import { entryModule, privateFiles, readManifest } from './manifest.ts'
import { mediaTypeOf } from './media-types.ts'

/** A file of the build. */
export interface BuiltFile {
  readonly path: string
  readonly mediaType: string
  /** Which packed twins lie beside it. */
  readonly packed: readonly Packing[]
  /** Its name changes with its content. */
  readonly isImmutable: boolean
  /** For signed-in people only. */
  readonly isPrivate: boolean
  /** Of its content. */
  readonly etag: string
}

/** How a twin is packed, in the order of preference. */
export const packings = ['br', 'gz'] as const

/** How a file may be packed beside itself. */
export type Packing = (typeof packings)[number]

/** A build, looked through once. */
export interface WebBuild {
  /** The file at the path of an address; undefined where there is none to be had. */
  file(path: string): BuiltFile | undefined
  /** The one page that every screen starts from. */
  readonly skeleton: BuiltFile
  /** A project's own browser code. */
  readonly modules: BootModules
}

/** Looks through a build. Throws `Mistake` when it is none. */
export function openWebBuild(folder: string): WebBuild {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Mistake(
      `There are no built pages in ${folder}: build them first, or leave out --web to serve the API alone.`,
    )
  }
  const manifest = readManifest(folder)
  const hidden = privateFiles(manifest)
  const hashed = new Set(
    Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]),
  )
  const files = new Map<string, BuiltFile>()
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    files.set(`/${name}`, {
      path,
      mediaType: mediaTypeOf(name),
      packed: packings.filter((packing) => existsSync(`${path}.${packing}`)),
      isImmutable: hashed.has(name),
      isPrivate: hidden.has(name),
      etag: createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22),
    })
  }
  const skeleton = files.get('/index.html')
  if (!skeleton) throw new Mistake(`There are no built pages in ${folder}: index.html is not a file.`)
  files.delete('/index.html')
  const [publicModule, webModule] = [entryModule(manifest, 'project-public'), entryModule(manifest, 'project-web')]
  return {
    file: (path) => files.get(path),
    skeleton,
    modules: {
      ...(publicModule ? { public: publicModule } : {}),
      ...(webModule ? { web: webModule } : {}),
    },
  }
}

/** Every file that may be sent, with forward slashes: no source maps, no packed twins, nothing hidden. */
function namesIn(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside)).flatMap((entry) => {
    const name = inside === '' ? entry : `${inside}/${entry}`
    if (entry.startsWith('.') || entry.endsWith('.map')) return []
    if (statSync(join(folder, name)).isDirectory()) return namesIn(folder, name)
    return packings.some((packing) => entry.endsWith(`.${packing}`)) ? [] : [name]
  })
}
