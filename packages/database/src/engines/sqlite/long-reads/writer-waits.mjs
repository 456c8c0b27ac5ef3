/** Whether a program waits to write into a file that is being read: in every journal mode but WAL a reader holds up those who commit. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** The bytes that SQLite locks to say what it is about to do (PENDING_BYTE and RESERVED_BYTE of its os.h). */
const pendingByte = 0x40000000
const reservedByte = pendingByte + 1

/**
 * Whether somebody waits for the readers of a database to end. Never throws.
 * @param {string} path
 * @param {string} inode the number of its file
 */
export function writerWaits(path, inode) {
  const locked = writeLocksOf(inode)
  if (locked?.some(({ first, last }) => first <= pendingByte && pendingByte <= last)) return true
  if (!isFilled(`${path}-journal`)) return false
  // Who has only begun to change pages still gets along with readers. Where their lock cannot be seen, they may already be waiting.
  return !locked?.some(({ first, last }) => first <= reservedByte && reservedByte <= last)
}

const lockLine = /^\d+: (?:POSIX|OFDLCK) +ADVISORY +WRITE +-?\d+ [\da-f]+:[\da-f]+:(\d+) (\d+) (\d+|EOF)$/

/**
 * What is locked for writing in a file, as Linux tells it; undefined where that cannot be read. Programs in other containers are not seen.
 * @param {string} inode
 */
function writeLocksOf(inode) {
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

/**
 * A rollback journal counts from its first byte on; once it is done with, it is gone, empty or has its head zeroed, by journal mode.
 * @param {string} journal
 */
function isFilled(journal) {
  /** @type {number | undefined} */
  let descriptor
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
