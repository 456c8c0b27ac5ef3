/** What is wished to be taken back, one after the other: kept outside React, so that a toast, a key or a screen may wish it. */
import type { UndoRequest } from '@haykal/contract'
import type { DoneAct } from './undo-stack.ts'

/** A wish to take something back. */
export interface UndoWish {
  /** The act; absent: the last one of this tab. */
  readonly act?: DoneAct
  /** It was taken back itself, and is done again. */
  readonly isRedo?: true
  /** What would happen is shown first; absent: only where something would be left as it is. */
  readonly isAsked?: true
  /** What is told once it is done; absent: that it was undone. */
  readonly told?: string
  /** Only these records of it; absent: all. */
  readonly only?: NonNullable<UndoRequest['only']>
}

/** A wish in the queue. */
export interface QueuedWish extends UndoWish {
  readonly number: number
}

let wishes: readonly QueuedWish[] = []
let lastNumber = 0
const listeners = new Set<() => void>()

function publish(next: readonly QueuedWish[]): void {
  wishes = next
  for (const listener of listeners) listener()
}

/** Wishes for something to be taken back, once what was wished for before is done. */
export function wishUndo(wish: UndoWish): void {
  lastNumber += 1
  publish([...wishes, { ...wish, number: lastNumber }])
}

/** A wish is over: fulfilled, refused or given up. */
export function endWish({ number }: QueuedWish): void {
  publish(wishes.filter((wish) => wish.number !== number))
}

/** The wish whose turn it is, as `useSyncExternalStore` takes it. */
export const wishStore = {
  read: () => wishes[0],
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
