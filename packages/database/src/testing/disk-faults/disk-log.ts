/** What happened to the files of a database, as shim.c wrote it down. */
import { readFileSync } from 'node:fs'

/** What was done, in the numbers of shim.c. */
export const acts = ['write', 'truncate', 'sync begun', 'synced', 'sync failed', 'unlinked'] as const

/** The files, by what their names end with, in the numbers of shim.c. */
export const endings = ['', '-wal', '-journal', '-acked'] as const

/** One thing that was done. */
export interface DiskAct {
  readonly act: (typeof acts)[number]
  readonly file: (typeof endings)[number]
  /** Where a write begins, the length that is left, or the number of a sync. */
  readonly at: number
  /** Of a write. */
  readonly bytes: Uint8Array
}

const headBytes = 16

/** All that was done, in its order. */
export function readDiskLog(path: string): readonly DiskAct[] {
  const log = readFileSync(path)
  const done: DiskAct[] = []
  for (let from = 0; from + headBytes <= log.length; ) {
    const length = log.readUInt32LE(from + 4)
    const start = from + headBytes
    done.push({
      act: acts[log[from] ?? 0] ?? 'write',
      file: endings[log[from + 1] ?? 0] ?? '',
      at: Number(log.readBigUInt64LE(from + 8)),
      bytes: log.subarray(start, start + length),
    })
    from = start + length
  }
  return done
}
