/** A database file that Haykal has adopted, as its owner uses it in a browser: by the typed client, with the models of boot. */
import type { AdoptionReport, BootModel } from '@haykal/contract'
import { type Client, createClient } from '@haykal/contract/client'
import { fieldKinds } from '@haykal/fields'
import { HaykalError, type Model, type ModelField, type Models, resolveModels } from '@haykal/model'
import { openTestServer, origin, password, type TestServer } from '../test-server.ts'

/** A file as adopted. */
export interface AdoptedFile {
  readonly path: string
  readonly server: TestServer
  /** Asks as the owner. */
  readonly client: Client
  readonly report: AdoptionReport
  readonly boot: readonly BootModel[]
  readonly models: Models
  /** Gives once each answer of 500 and above, with what the server's log says of it, and each that is far too large. */
  takeFailures(): readonly string[]
  /** Sends anything as the owner and gives the status. */
  send(line: string, body?: unknown): Promise<number>
  close(): Promise<void>
}

/** More than this is no answer for a page: 8 MB. */
const mostBytes = 8_000_000

/** Adopts a file. */
export async function adoptFile(path: string): Promise<AdoptedFile> {
  const server = await openTestServer({ target: path, isEmpty: true })
  try {
    return await enter(path, server)
  } catch (error) {
    await server.close()
    throw error
  }
}

async function enter(path: string, server: TestServer): Promise<AdoptedFile> {
  const { auth } = server.state
  const email = 'owner@example.com'
  await auth.createPerson({ email, name: 'The owner', password, role: 'owner' })
  const { token } = await auth.signIn({ email, password, address: '192.0.2.1' })
  const headers = { Cookie: `haykal=${token}` }
  const failures: string[] = []
  const ask = async (line: string, body?: unknown) => {
    const from = server.log().length
    const response = await server.ask(line, { headers, ...(body === undefined ? {} : { body }) })
    if (response.status >= 500)
      failures.push(`${line} ${textOf(body)}: ${response.status} ${causeIn(server.log().slice(from))}`)
    const bytes = await response.arrayBuffer()
    if (bytes.byteLength > mostBytes) failures.push(`${line}: answers ${bytes.byteLength} bytes`)
    return new Response(response.status === 204 ? null : bytes, response)
  }
  const client = createClient({
    baseUrl: origin,
    fetch: async (url, { method = 'GET', body }) =>
      await ask(`${method} ${url.slice(origin.length)}`, body ?? undefined),
  })
  const report = await client.call('readAdoption', {})
  const { models } = await client.call('boot', {})
  return {
    path,
    server,
    client,
    report,
    boot: models,
    models: resolveModels(models, { kinds: fieldKinds, isPartial: true }),
    takeFailures: () => [...new Set(failures.splice(0))],
    send: async (line, body) => (await ask(line, body)).status,
    close: () => server.close(),
  }
}

/** The column of a field: boot does not tell, the report does. */
export function columnName({ report }: Pick<AdoptedFile, 'report'>, model: Model, field: ModelField): string {
  const adopted = report.models.find(({ definition }) => definition.name === model.name)
  return adopted?.definition.fields[field.name]?.column ?? field.name
}

function textOf(body: unknown): string {
  return body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
}

/** The cause that a piece of the log names. */
function causeIn(log: string): string {
  return /"err":\{[^}]*?"message":("(?:[^"\\]|\\.)*")/.exec(log)?.[1] ?? ''
}

/** What an attempt gave, or the problem as one line: code and what it points to. */
export async function attempt<Reply>(
  work: Promise<Reply>,
): Promise<{ ok: true; reply: Reply } | { ok: false; why: string; error: HaykalError }> {
  try {
    return { ok: true, reply: await work }
  } catch (error) {
    if (!(error instanceof HaykalError)) throw error
    const { problems = [], params } = error.details
    const places = problems.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')
    return { ok: false, error, why: [error.code, places, params && JSON.stringify(params)].filter(Boolean).join(' ') }
  }
}
