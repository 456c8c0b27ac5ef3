/** Speaks with the compiler's language server as an editor does, and tells how long each answer takes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The compiler of the workspace; beside this file stands an older one, which the maker of a client needs. */
export const compiler = join(import.meta.dirname, '../../../../../node_modules/typescript/lib/tsc.js')

/** A place in a text: in front of the first `before` of a file. */
export interface Place {
  readonly file: string
  readonly before: string
}

/** An answer, and the milliseconds that it took. */
export interface Answered<Answer> {
  readonly answer: Answer
  readonly took: number
}

/** A language server that an editor has opened. */
export interface LanguageServer {
  open(file: string): void
  /** Types a text in front of a place. */
  type(place: Place, text: string): void
  problems(file: string): Promise<Answered<readonly string[]>>
  hover(place: Place): Promise<Answered<string>>
  /** The labels of what could stand at a place. */
  complete(place: Place): Promise<Answered<readonly string[]>>
  close(): Promise<void>
}

type Message = {
  readonly id?: number | string
  readonly method?: string
  readonly result?: unknown
  readonly error?: unknown
}

/** Starts a language server for a folder. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [compiler, '--lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const talk = talkWith(child)
  const texts = new Map<string, { text: string; version: number }>()
  const textOf = (file: string) => texts.get(file)?.text ?? ''
  const at = ({ file, before }: Place) => {
    const ahead = textOf(file).slice(0, textOf(file).indexOf(before)).split('\n')
    return {
      textDocument: { uri: pathToFileURL(file).href },
      position: { line: ahead.length - 1, character: ahead.at(-1)?.length ?? 0 },
    }
  }
  const ask = async (method: string, params: object) => {
    const start = performance.now()
    const answer = await talk.request(method, params)
    return { answer, took: performance.now() - start }
  }
  await talk.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] } } },
  })
  talk.notify('initialized', {})
  return {
    open(file) {
      const text = readFileSync(file, 'utf8')
      texts.set(file, { text, version: 1 })
      talk.notify('textDocument/didOpen', {
        textDocument: { uri: pathToFileURL(file).href, languageId: 'typescript', version: 1, text },
      })
    },
    type(place, typed) {
      const { textDocument, position } = at(place)
      const before = textOf(place.file)
      const version = (texts.get(place.file)?.version ?? 0) + 1
      texts.set(place.file, { text: before.replace(place.before, () => typed + place.before), version })
      talk.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version },
        contentChanges: [{ range: { start: position, end: position }, text: typed }],
      })
    },
    async problems(file) {
      const { answer, took } = await ask('textDocument/diagnostic', { textDocument: { uri: pathToFileURL(file).href } })
      const { items } = answer as { readonly items: readonly { readonly message: string }[] }
      return { answer: items.map(({ message }) => message), took }
    },
    async hover(place) {
      const { answer, took } = await ask('textDocument/hover', at(place))
      return { answer: JSON.stringify(answer), took }
    },
    async complete(place) {
      const { answer, took } = await ask('textDocument/completion', at(place))
      const { items } = answer as { readonly items: readonly { readonly label: string }[] }
      return { answer: items.map(({ label }) => label), took }
    },
    async close() {
      await talk.request('shutdown', undefined)
      talk.notify('exit', undefined)
      child.stdin?.end()
    },
  }
}

/** Messages as the protocol frames them: their length in bytes, an empty line, JSON. */
function talkWith(child: ChildProcess) {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(reason: unknown): void }>()
  let received = Buffer.alloc(0)
  let last = 0
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const take = ({ id, method, result, error }: Message) => {
    // The server asks the editor, too: we have no opinion.
    if (method !== undefined && id !== undefined) return send({ id, result: null })
    const asked = typeof id === 'number' ? waiting.get(id) : undefined
    if (error === undefined) asked?.resolve(result)
    else asked?.reject(new Error(JSON.stringify(error)))
  }
  child.stdout?.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const end = received.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, Math.max(0, end)).toString())?.[1])
      if (end < 0 || received.length < end + 4 + length) return
      const body = received.subarray(end + 4, end + 4 + length).toString()
      received = received.subarray(end + 4 + length)
      take(JSON.parse(body) as Message)
    }
  })
  return {
    request: (method: string, params: object | undefined): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        send({ id: last, method, ...(params === undefined ? {} : { params }) })
      }),
    notify: (method: string, params: object | undefined) =>
      send({ method, ...(params === undefined ? {} : { params }) }),
  }
}
