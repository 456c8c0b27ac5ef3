/** Where a database file lies and what lies there: by path and number, never by opening it, as closing a file takes SQLite's locks on it away from the whole process. */
import { statSync } from 'node:fs'
import type { FileIdentity, FilePlace } from '../../engine.ts'

/** The place of a file that has just been opened. */
export function filePlace(path: string): FilePlace {
  const openedAs = fileIdentity(path) ?? { device: '', inode: '', size: 0 }
  return { path, openedAs, identity: () => fileIdentity(path) }
}

/** What lies at a path now; undefined: nothing that can be reached. */
export function fileIdentity(path: string): FileIdentity | undefined {
  try {
    const { dev, ino, size } = statSync(path, { bigint: true })
    return { device: String(dev), inode: String(ino), size: Number(size) }
  } catch {
    return undefined
  }
}
