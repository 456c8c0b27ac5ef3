/** Writers who go on and on over HTTP, and remember what they were promised. */
import type { RealServer } from '../real-server/real-server.ts'
import type { WrittenPlace } from './written-place.ts'

/** What was answered with success; by the title of each record, the last number that was saved in it. */
export interface Promises {
  readonly saved: Map<string, number>
  /** How many writes were promised. */
  count: number
}

/** Nothing was promised yet. */
export function noPromises(): Promises {
  return { saved: new Map(), count: 0 }
}

/** What the writers met. */
export interface Met {
  /** How often each status was the answer. */
  readonly statuses: { readonly [status: number]: number }
}

/** How they write. */
export interface WriteOn {
  readonly place: WrittenPlace
  readonly server: RealServer
  readonly promises: Promises
  readonly writers: number
  /** Goes on while this says so. */
  goesOn(): boolean
}

/** Numbers that each record is given, one after the other, before the next record is made. */
const editsEach = 4

/** Each makes a record, edits it a few times, and makes the next one, until they are told to end or the server is gone. */
export async function writeOn({ place, server, promises, writers, goesOn }: WriteOn): Promise<Met> {
  const statuses: { [status: number]: number } = {}
  const send = async (line: string, body: unknown) => {
    const answer = await server.send(line, body).catch(() => undefined)
    if (answer) statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    return answer
  }
  const keep = (title: string, words: number) => {
    promises.saved.set(title, words)
    promises.count += 1
  }
  const write = async () => {
    while (goesOn() && !server.hasEnded) {
      const title = `kept ${promises.saved.size} ${Math.random()}`
      const made = await send(`POST ${place.address}`, { values: { ...place.needed, title, words: 0 } })
      if (made?.status !== 201) {
        await new Promise((done) => setTimeout(done, 5))
        continue
      }
      keep(title, 0)
      const { id } = JSON.parse(made.text).data
      for (let words = 1; words <= editsEach && goesOn(); words += 1) {
        const edited = await send(`PATCH ${place.address}/${id}`, { values: { words }, base: { words: words - 1 } })
        if (edited?.status !== 200) break
        keep(title, words)
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return { statuses }
}
