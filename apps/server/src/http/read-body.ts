/** Reads the JSON body of a request: of the right type, not too large, not too deep, and really JSON in UTF-8. */
import { HaykalError, type Json, malformed } from '@haykal/model'

/** The most bytes of a body. */
export const largestBody = 2 * 1024 * 1024

/** Bounds that keep a body cheap to look at. */
const deepest = 64
const mostValues = 50_000

/** The body of a request. Throws `wrong_content_type`, `too_large` and `malformed`. */
export async function readBody(request: Request): Promise<Json> {
  const { headers } = request
  expectJson(headers.get('content-type'), headers.get('content-encoding'))
  if (Number(headers.get('content-length') ?? 0) > largestBody) throw tooLarge()
  const isMeasured = headers.get('content-length') !== null && headers.get('transfer-encoding') === null
  const bytes = isMeasured ? new Uint8Array(await readWhole(request)) : await readCounting(request)
  if (bytes.length > largestBody) throw tooLarge()
  return parseJson(decodeUtf8(bytes))
}

/** `application/json`, in any case, with no other charset than UTF-8 and no compression. */
function expectJson(type: string | null, encoding: string | null): void {
  const isJson = type !== null && /^application\/json[ \t]*(?:;[ \t]*charset[ \t]*=[ \t]*"?utf-8"?[ \t]*)?$/i.test(type)
  const isPlain = encoding === null || encoding.toLowerCase() === 'identity'
  if (!isJson || !isPlain) throw new HaykalError('wrong_content_type')
}

async function readWhole(request: Request): Promise<ArrayBuffer> {
  try {
    return await request.arrayBuffer()
  } catch (cause) {
    throw brokenOff(cause)
  }
}

/** For a body that does not say how long it is: stops reading as soon as it is too long. */
async function readCounting(request: Request): Promise<Uint8Array> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw brokenOff(cause)
    })
    if (done) break
    size += value.length
    if (size > largestBody) {
      await reader.cancel().catch(() => undefined)
      throw tooLarge()
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUnderstood()
  }
}

function parseJson(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    throw notUnderstood()
  }
  expectModest(value)
  return value
}

/** Walks without recursion, as whoever looks at the value later may well recurse. */
function expectModest(value: Json): void {
  let level: readonly Json[] = [value]
  let count = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length
    if (depth > deepest || count > mostValues) {
      throw malformed([{ pointer: '', code: 'too_complex', params: { nodes: mostValues, depth: deepest } }])
    }
    level = level.flatMap((each) => {
      if (typeof each !== 'object' || each === null) return []
      // A key of this name is harmless here, but an accident waiting for the next copy of the object.
      if (Object.hasOwn(each, '__proto__')) throw malformed([{ pointer: '/__proto__', code: 'unknown_field' }])
      return Object.values(each) as Json[]
    })
  }
}

function tooLarge(): HaykalError {
  return new HaykalError('too_large', { params: { max: largestBody } })
}

function notUnderstood(): HaykalError {
  return malformed([{ pointer: '', code: 'malformed' }])
}

/** The other side went away in the middle: nobody reads the answer, but it must not look like our mistake in the log. */
function brokenOff(cause: unknown): HaykalError {
  return new HaykalError('malformed', { cause })
}
