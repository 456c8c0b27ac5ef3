/** Whether a program waits to write into a file that is being read: in every journal mode but WAL a reader holds up those who commit. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** The bytes that SQLite locks to say what it is about to do (https://www.sqlite.org/src/file?name=src/os.h, PENDING_BYTE). */
const pendingByte = 0x40000000
const reservedByte = pendingByte + 1

/** Whether somebody waits for the readers of the database `path` to end; `inode` is the number of its file. Never throws. */
export function writerWaits(path: string, inode: string): boolean {
  const locked = writeLocksOf(inode)
  if (locked?.some(({ first, last }) => first <= pendingByte && pendingByte <= last)) return true
  if (!isFilled(`${path}-journal`)) return false
  // Who has only begun to change pages still gets along with readers. Where their lock cannot be seen, they may already be waiting.
  return !locked?.some(({ first, last }) => first <= reservedByte && reservedByte <= last)
}

interface LockedBytes {
  readonly first: number
  readonly last: number
}

const lockLine = /^\d+: (?:POSIX|OFDLCK) +ADVISORY +WRITE +-?\d+ [\da-f]+:[\da-f]+:(\d+) (\d+) (\d+|EOF)$/

/** What is locked for writing in a file, as Linux tells it; undefined where that cannot be read. Programs in other containers are not seen. */
function writeLocksOf(inode: string): LockedBytes[] | undefined {
  try {
    return readFileSync('/proc/locks', 'utf8')
      .split('\n')
      .map((line) => lockLine.exec(line))
      .filter((match) => match?.[1] === inode)
      .map((match) => ({ first: Number(match?.[2]), last: match?.[3] === 'EOF' ? Infinity : Number(match?.[3]) }))
  } catch {
    return undefined
  }
}

/** A rollback journal counts from its first byte on; once it is done with, it is gone, empty or has its head zeroed, by journal mode. */
function isFilled(journal: string): boolean {
  let descriptor: number | undefined
  try {
    descriptor = openSync(journal, 'r')
    const head = Buffer.alloc(1)
    return readSync(descriptor, head) === 1 && head[0] !== 0
  } catch {
    return false
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
