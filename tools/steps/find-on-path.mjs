/** Finds a program as a shell would. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']

/**
 * The full path of a program on the path, or nothing.
 * @param {string} name without an ending
 * @param {string} [path] where to look, the path of this process when absent
 */
export function findOnPath(name, path = process.env.PATH ?? '') {
  const places = path.split(delimiter).filter(Boolean)
  return places.flatMap((folder) => endings.map((ending) => join(folder, name + ending))).find(isProgram)
}

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
