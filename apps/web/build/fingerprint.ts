/** A short text that changes whenever a build would come out differently: then, and only then, it is made again. */
import { createHash, type Hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { webFolder, workspaceFolder } from './places.ts'

const packages = ['contract', 'fields', 'haykal', 'messages', 'model', 'ui']
const skippedFolders = new Set(['node_modules', 'dist', 'testing'])
const isSource = (name: string) =>
  /\.(?:tsx?|jsx?|json|css|svg|html|png|jpe?g|webp|woff2)$/.test(name) && !/\.(?:server|test|e2e|d)\.tsx?$/.test(name)

/** The fingerprint of the app and, where there is one, of a project's browser files. */
export async function fingerprintOf(project: string | undefined): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  hash.update(await readFile(resolve(workspaceFolder, 'pnpm-lock.yaml')))
  const folders = [
    join(webFolder, 'build'),
    join(webFolder, 'src'),
    ...packages.map((name) => join(workspaceFolder, 'packages', name, 'src')),
    ...(project === undefined ? [] : [project]),
  ]
  hash.update(await readFile(join(webFolder, 'index.html')))
  for (const folder of folders) await addFolder(hash, folder)
  return hash.digest('hex').slice(0, 32)
}

async function addFolder(hash: Hash, folder: string): Promise<void> {
  hash.update(`\0${folder}\0`)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.')) await addFolder(hash, path)
    } else if (isSource(entry.name)) {
      hash.update(`\0${entry.name}\0`).update(await readFile(path))
    }
  }
}
