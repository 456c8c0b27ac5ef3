/** Asks one address from many connections for a while, and counts the answers. */
import { Agent, get } from 'node:http'

/** What to ask, and how. */
export interface Loop {
  readonly url: string
  readonly headers?: { readonly [name: string]: string }
  readonly connections: number
  readonly seconds: number
  /** Milliseconds between an answer and the next question; absent: none. */
  readonly pause?: number
}

/** What came of it. */
export interface Answers {
  readonly perSecond: number
  /** Milliseconds from question to answer. */
  readonly p50: number
  readonly p99: number
  readonly bytes: number
}

/** Asks until the time is over. Throws when an answer is not a 200. */
export async function askInALoop({ url, headers = {}, connections, seconds, pause }: Loop): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const waits: number[] = []
  let bytes = 0
  const start = performance.now()
  const end = start + seconds * 1000
  // A processor that has gone to sleep between two answers takes as long to wake as a short answer does, and on whose account depends on the machine.
  const stayAwake = () => {
    if (performance.now() < end) setImmediate(stayAwake)
  }
  if (pause === undefined) stayAwake()
  const ask = async () => {
    while (performance.now() < end) {
      const asked = performance.now()
      bytes = await askOnce(url, { agent, headers })
      waits.push(performance.now() - asked)
      if (pause !== undefined) await new Promise((done) => setTimeout(done, pause))
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  agent.destroy()
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.floor(waits.length * share)] ?? Number.NaN
  return { perSecond: waits.length / ((performance.now() - start) / 1000), p50: at(0.5), p99: at(0.99), bytes }
}

async function askOnce(
  url: string,
  options: { agent: Agent; headers: { readonly [name: string]: string } },
): Promise<number> {
  return await new Promise((resolve, reject) => {
    get(url, options, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${response.statusCode}`)),
      )
    }).on('error', reject)
  })
}
