/** Says aloud, to those who do not see the screen, what happened without the focus moving: saved, found, arrived. */
import { useSyncExternalStore } from 'react'

/** A text on its way to being read. */
interface Announcement {
  readonly id: number
  readonly text: string
}

/** Readers take up what is new at once and keep it in a queue of their own; long after that it is litter. */
const millisecondsKept = 7000

let announcements: readonly Announcement[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Has a text read out when the reader next pauses, after what waits already; the same words again are read again. */
export function announce(text: string): void {
  lastId += 1
  const announcement = { id: lastId, text }
  publish([...announcements, announcement])
  setTimeout(() => publish(announcements.filter((each) => each !== announcement)), millisecondsKept)
}

/** The function that has a text read out politely; the same one in every render. */
export function useAnnounce(): (text: string) => void {
  return announce
}

/** The place of the page that readers listen to; seen by nobody. */
export function Announcer() {
  return (
    <div className="visually-hidden" aria-live="polite" aria-relevant="additions">
      {useSyncExternalStore(subscribe, () => announcements).map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  )
}

function publish(next: readonly Announcement[]): void {
  announcements = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
