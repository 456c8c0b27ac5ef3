/** Tells whether a file is just what it was when this process, or one before it, last looked. */
import { type BigIntStats, statSync } from 'node:fs'

/** Milliseconds for which a file must have been left alone: two changes within the grain of a clock look like one. */
const grain = 3_000

/** What tells the present state of a file and of its log from any other; undefined: too young to be told, or out of reach. */
export function fingerprintOf(path: string): string | undefined {
  const stats = [statOf(path), statOf(`${path}-wal`)]
  const [file] = stats
  if (!file) return undefined
  const isYoung = stats.some((each) => each && Date.now() - Number(each.ctimeMs) < grain)
  return isYoung ? undefined : JSON.stringify(stats.map((each) => each && each.size > 0n && told(each)))
}

function told({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): readonly string[] {
  return [dev, ino, size, mtimeNs, ctimeNs].map(String)
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
