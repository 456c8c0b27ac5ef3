/** How long lists take while nothing else happens, and while somebody searches through all of a large table. */
import type { RealServer } from './real-server.ts'

/** What was measured, in milliseconds. */
export interface ListTimes {
  readonly idle: { readonly median: number; readonly p99: number }
  readonly busy: { readonly median: number; readonly p99: number }
  /** How long each search took, and how it was answered. */
  readonly searches: readonly { readonly status: number; readonly milliseconds: number }[]
}

/** Asks for a list so many times, then as long as the searches take. */
export async function measureLists(
  server: RealServer,
  { list, search, times }: { list: string; search: readonly string[]; times: number },
): Promise<ListTimes> {
  const idle = await timesOf(server, list, (index) => index < times)
  const searches: { status: number; milliseconds: number }[] = []
  let isOver = false
  const searching = (async () => {
    for (const path of search) {
      const start = performance.now()
      const { status } = await server.get(path)
      searches.push({ status, milliseconds: Math.round(performance.now() - start) })
    }
    isOver = true
  })()
  const busy = await timesOf(server, list, () => !isOver)
  await searching
  return { idle: summary(idle), busy: summary(busy), searches }
}

async function timesOf(
  server: RealServer,
  list: string,
  goesOn: (index: number) => boolean,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; goesOn(index); index += 1) {
    const start = performance.now()
    const { status } = await server.get(list)
    if (status !== 200) throw new Error(`${list} answers ${status}`)
    times.push(performance.now() - start)
    // As people ask: not without a break.
    await new Promise((done) => setTimeout(done, 5))
  }
  return times.toSorted((first, second) => first - second)
}

function summary(sorted: readonly number[]) {
  const at = (part: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0) * 10) / 10
  return { median: at(0.5), p99: at(0.99) }
}
