/** Counts what a browser loads before it shows a list, and holds it to the budget. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from 'vite'
import { startEntry } from './start-script.ts'

/** The most that a first load may weigh, in bytes of Brotli (design, budgets). */
export const firstLoadBudget = 150_000

/** The assets that one entry loads, its static imports and their styles included. */
export function assetsOf(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const style of chunk.css ?? []) found.add(style)
  for (const imported of chunk.imports ?? []) assetsOf(manifest, imported, found)
  return found
}

/** What a browser loads before it shows a list: the page, the app, one language (the largest), no fonts. */
export async function firstLoadOf(folder: string, manifest: Manifest): Promise<number> {
  const sizeOf = async (file: string) => (await stat(join(folder, `${file}.br`))).size
  const start = Object.values(manifest).find((chunk) => chunk.name === startEntry)
  const assets = assetsOf(manifest, 'index.html', new Set(['index.html', ...(start ? [start.file] : [])]))
  const languages = Object.entries(manifest).filter(([key]) => /\/messages\/src\/catalogues\/\w+\.ts$/.test(key))
  const languageSizes = await Promise.all(languages.map(([, chunk]) => sizeOf(chunk.file)))
  const sizes = await Promise.all([...assets].map(sizeOf))
  return sizes.reduce((sum, size) => sum + size, Math.max(0, ...languageSizes))
}

/** A number of bytes as people read it. */
export function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
