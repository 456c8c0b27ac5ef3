/** What lies on a disk after its power was cut: what was synced, and of the rest anything. */
import { type DiskAct, endings } from './disk-log.ts'

/** Files as a power cut left them, by what their names end with; those that are missing are not there. */
export type FilesLeft = ReadonlyMap<string, Uint8Array>

/** Gives numbers from 0 up to 1. */
export type Chance = () => number

/** A disk on which things happen up to a cut. */
export interface CutDisk {
  /** Lets all happen that comes before the act of that number; numbers only grow. */
  advance(to: number): void
  /** What would be left if the power were cut now. */
  left(chance: Chance): FilesLeft
  /** All that the program had taken for durable by then. */
  acknowledged(): string
}

/** Disks write this much in one piece, or not. */
const sector = 512

interface Durable {
  readonly image: Image
  waiting: DiskAct[]
  /** How much waited when each sync began. */
  readonly begun: Map<number, readonly DiskAct[]>
}

/** A disk that holds nothing yet. What a failed sync was to keep is lost, or was kept, for good: a later sync does not bring it back. */
export function createCutDisk(acts: readonly DiskAct[], chance: Chance): CutDisk {
  const files = new Map<string, Durable>()
  const acknowledged: string[] = []
  let next = 0

  function happen({ act, file, at, bytes }: DiskAct): void {
    if (file === '-acked') return void acknowledged.push(new TextDecoder().decode(bytes))
    const there: Durable = files.get(file) ?? { image: createImage(), waiting: [], begun: new Map() }
    files.set(file, there)
    const meant = there.begun.get(at) ?? []
    switch (act) {
      case 'sync begun':
        there.begun.set(at, [...there.waiting])
        break
      case 'synced':
      case 'sync failed': {
        there.begun.delete(at)
        const kept = act === 'synced' ? meant : meant.filter(() => chance() < 0.5)
        const still = new Set(there.waiting)
        for (const each of kept) if (still.has(each)) there.image.apply(each)
        const settled = new Set(meant)
        there.waiting = there.waiting.filter((each) => !settled.has(each))
        break
      }
      case 'unlinked':
        // SQLite syncs the folder when that matters.
        files.delete(file)
        break
      default:
        there.waiting.push({ act, file, at, bytes })
    }
  }
  return {
    advance(to) {
      for (; next < to; next += 1) {
        const act = acts[next]
        if (act) happen(act)
      }
    },
    left(choose) {
      // Between nothing of what was not synced, and nearly all of it.
      const share = choose()
      const left = new Map<string, Uint8Array>()
      for (const ending of endings) {
        const file = files.get(ending)
        if (!file) continue
        const image = createImage(file.image.bytes())
        for (const act of file.waiting) {
          for (const piece of piecesOf(act)) if (choose() < share) image.apply(piece)
        }
        left.set(ending, image.bytes())
      }
      return left
    },
    acknowledged: () => acknowledged.join(''),
  }
}

/** The bytes of a file. */
interface Image {
  apply(act: DiskAct): void
  bytes(): Uint8Array
}

function createImage(from: Uint8Array = new Uint8Array()): Image {
  let room = from.slice()
  let length = from.length
  return {
    apply({ act, at, bytes }) {
      if (act === 'truncate') {
        room.fill(0, at)
        length = at
        return
      }
      const end = at + bytes.length
      if (end > room.length) {
        const before = room
        room = new Uint8Array(2 * end)
        room.set(before)
      }
      room.set(bytes, at)
      length = Math.max(length, end)
    },
    bytes: () => room.subarray(0, length),
  }
}

/** A write reaches the disk whole, not at all, or in sectors of any order. */
function piecesOf(act: DiskAct): readonly DiskAct[] {
  if (act.act !== 'write') return [act]
  const pieces: DiskAct[] = []
  for (let from = 0; from < act.bytes.length; ) {
    const to = Math.min(act.bytes.length, from + sector - ((act.at + from) % sector))
    pieces.push({ ...act, at: act.at + from, bytes: act.bytes.subarray(from, to) })
    from = to
  }
  return pieces
}
