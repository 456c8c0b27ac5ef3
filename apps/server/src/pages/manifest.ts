/** Reads the manifest that Vite writes: which chunks there are and which of them need which. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BootModule } from '@haykal/contract'
import { Mistake } from '../mistake.ts'

/** One chunk of the build. */
export interface Chunk {
  readonly file: string
  readonly name?: string
  readonly isEntry?: boolean
  /** Keys of the manifest. */
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** All chunks of a build by their keys. */
export type Manifest = { readonly [key: string]: Chunk }

/** The name of the entry that is for signed-in people only. */
const privateEntry = 'project-web'

/** The key of the page that every screen starts from. */
const pageEntry = 'index.html'

/** The manifest of a build. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, '.vite/manifest.json')
  if (!existsSync(path)) throw new Mistake(`The pages in ${folder} have no .vite/manifest.json: build them anew.`)
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}

/** The files that are reached from the private entry and from no other. */
export function privateFiles(manifest: Manifest): ReadonlySet<string> {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true)
  const isPrivate = (key: string) => manifest[key]?.name === privateEntry
  const open = filesFrom(
    manifest,
    entries.filter((key) => !isPrivate(key)),
  )
  const all = filesFrom(manifest, entries.filter(isPrivate))
  return new Set([...all].filter((file) => !open.has(file)))
}

/** An entry with the files that it begins with and the page has not asked for already; undefined where there is none of that name. */
export function entryModule(manifest: Manifest, wanted: string): BootModule | undefined {
  const found = Object.entries(manifest).find(([, { name, isEntry }]) => isEntry === true && name === wanted)
  if (!found) return undefined
  const [key, { file }] = found
  const atHand = filesFrom(manifest, [pageEntry], { isLater: false })
  const needed = [...filesFrom(manifest, [key], { isLater: false })].filter((each) => /\.(?:js|css)$/.test(each))
  const ahead = needed.filter((each) => each !== file && !atHand.has(each))
  return { address: `/${file}`, ahead: ahead.map((each) => `/${each}`) }
}

/** The files of chunks and of all that they import; `isLater`: also of what they import once it is needed. */
function filesFrom(manifest: Manifest, entries: readonly string[], { isLater = true } = {}): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...entries]
  const files = new Set<string>()
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) continue
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    waiting.push(...(chunk.imports ?? []), ...(isLater ? (chunk.dynamicImports ?? []) : []))
  }
  return files
}
