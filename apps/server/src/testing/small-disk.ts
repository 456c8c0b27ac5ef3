/** A disk of a few kilobytes that can be filled and made read-only, for whoever may mount one. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './foreign-file.ts'

/** A mounted disk. */
export interface SmallDisk {
  readonly path: string
  setReadOnly(isReadOnly: boolean): void
  unmount(): void
}

/** Mounts one at a path, which is made. Throws for whoever may not. */
export function mountSmallDisk(path: string, kilobytes: number): SmallDisk {
  mkdirSync(path, { recursive: true })
  run('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path])
  return {
    path,
    setReadOnly: (isReadOnly) => run('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, path]),
    unmount: () => run('umount', ['-l', path]),
  }
}

/** Whether this process may mount one. */
export function mayMount(): boolean {
  const { path, remove } = makeFolder()
  try {
    mountSmallDisk(join(path, 'disk'), 64).unmount()
    return true
  } catch {
    return false
  } finally {
    remove()
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(join('/bin', program), args, { stdio: 'ignore' })
}
