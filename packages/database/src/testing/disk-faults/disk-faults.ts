/** A disk that is slow, fails when it is told to, or writes down what happened to it: for programs in processes of their own, on Linux. */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, realpathSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** What stands between a process and the disk of one database file. */
export interface DiskFaults {
  /** The environment of the process. */
  readonly env: { readonly [name: string]: string }
  /** Where everything is written down; see `readDiskLog`. */
  readonly log: string
  /** From now on. */
  set(faults: Faults): void
  /** The writes and syncs since the last `set`. */
  counts(): { readonly writes: number; readonly syncs: number }
  remove(): void
}

/** What goes wrong; all that is left out goes well. */
export interface Faults {
  /** Milliseconds that each sync takes longer. */
  readonly delay?: number
  /** The write or sync that fails, counted from 1. */
  readonly failWriteAt?: number
  readonly failSyncAt?: number
  /** All after it fail too. */
  readonly forGood?: boolean
  /** What the system says: 5 for a broken disk (the default), 28 for a full one. */
  readonly error?: number
}

/** Numbers in the memory that both sides see, as in shim.c. */
const places = { writes: 4, syncs: 5, count: 7 } as const

let compiled: string | undefined

/** Why there can be none here; undefined: there can. */
export function whyNoDiskFaults(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux lets one stand between a program and its disk this way'
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'there is no C compiler (cc)'
  }
}

/** Prepares one for a file, whose folder must be there; `isLogged`: writes down all that happens. */
export function createDiskFaults(file: string, { isLogged = false } = {}): DiskFaults {
  compiled ??= compile()
  const folder = mkdtempSync(join(tmpdir(), 'haykal-disk-'))
  const [control, log] = [join(folder, 'control'), join(folder, 'log')]
  writeFileSync(control, Buffer.alloc(places.count * 4))
  writeFileSync(log, '')
  const memory = openSync(control, 'r+')
  return {
    env: {
      LD_PRELOAD: compiled,
      // As the system tells the paths of open files.
      HAYKAL_DISK_FILE: join(realpathSync(dirname(file)), basename(file)),
      HAYKAL_DISK_CONTROL: control,
      ...(isLogged ? { HAYKAL_DISK_LOG: log } : {}),
      // Syncs would go to the kernel past everybody.
      UV_USE_IO_URING: '0',
    },
    log,
    set({ delay = 0, failWriteAt = 0, failSyncAt = 0, forGood = false, error = 5 }) {
      const numbers = Int32Array.of(delay, failWriteAt, failSyncAt, forGood ? 1 : 0, 0, 0, error)
      writeSync(memory, new Uint8Array(numbers.buffer), 0, numbers.byteLength, 0)
    },
    counts() {
      const numbers = new Int32Array(places.count)
      readSync(memory, numbers, 0, numbers.byteLength, 0)
      return { writes: numbers[places.writes] ?? 0, syncs: numbers[places.syncs] ?? 0 }
    },
    remove() {
      closeSync(memory)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function compile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'haykal-shim-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const library = join(folder, 'shim.so')
  const source = join(import.meta.dirname, 'shim.c')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-o', library, source, '-ldl', '-lpthread'])
  return library
}
