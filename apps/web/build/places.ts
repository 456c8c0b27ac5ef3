/** Where things are that the build reads. */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this app. */
export const webFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** The root of the checkout. */
export const workspaceFolder = resolve(webFolder, '../..')

/** A path as the parts of Vite write it: with forward slashes, without what stands behind `?`. */
export function plainPath(id: string): string {
  return id.replaceAll('\\', '/').replace(/[?#].*$/, '')
}
