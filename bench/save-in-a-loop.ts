/** Saves one field from many writers at once for a while, as the browser does: with what the save is based on. */
import { Agent, request } from 'node:http'
import type { Answers } from './ask-in-a-loop.ts'
import { type SavedField, savedValue } from './saved-field.ts'

/** Where to save, and how. */
export interface SavingLoop {
  readonly url: string
  readonly headers?: { readonly [name: string]: string }
  readonly writers: number
  readonly seconds: number
  /** The order of a writer's turn. */
  order(writer: number, turn: number): number
  readonly field: SavedField
  /** What was saved so far, by order; in all others the field is empty. */
  readonly saved: Map<number, string>
}

/** Saves until the time is over. Throws when a save is not answered with 200. */
export async function saveInALoop({
  url,
  headers = {},
  writers,
  seconds,
  order,
  field,
  saved,
}: SavingLoop): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: writers })
  const waits: number[] = []
  let bytes = 0
  const start = performance.now()
  const end = start + seconds * 1000
  const write = async (writer: number) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const number = order(writer, turn)
      const base = saved.get(number) ?? null
      // Another value than the one before, also where a loop begins anew.
      const value = savedValue(field, turn + Math.floor(Math.random() * 1e6))
      const began = performance.now()
      bytes = await save(
        `${url}/${number}`,
        { agent, headers },
        JSON.stringify({ values: { [field]: value }, base: { [field]: base } }),
      )
      waits.push(performance.now() - began)
      saved.set(number, value)
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  agent.destroy()
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.floor(waits.length * share)] ?? Number.NaN
  return { perSecond: waits.length / ((performance.now() - start) / 1000), p50: at(0.5), p99: at(0.99), bytes }
}

async function save(
  url: string,
  { agent, headers }: { agent: Agent; headers: { readonly [name: string]: string } },
  body: string,
): Promise<number> {
  return await new Promise((resolve, reject) => {
    const sent = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers }
    request(url, { method: 'PATCH', agent, headers: sent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(text.length)
          : reject(new Error(`${url} answered ${response.statusCode}: ${text}`)),
      )
    })
      .on('error', reject)
      .end(body)
  })
}
