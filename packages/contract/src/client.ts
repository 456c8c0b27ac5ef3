/** The typed client, derived from the endpoints; throws the same errors that the server threw. Safe in a browser. */
import { type Clock, type ErrorCode, errorStatus, HaykalError, isJsonObject } from '@haykal/model'
import { clockHeader, writeClock } from './clock-header.ts'
import { type EndpointName, endpoints, fillPath, type PathParameters } from './endpoints.ts'
import { writeListQuery } from './list-query.ts'
import type { ListQuery, Messages, ProblemDocument } from './messages.ts'

/** All that a call may need, each part only where its endpoint takes it. */
export type CallInput<Name extends EndpointName> = PartOf<Name, 'body'> &
  PartOf<Name, 'query'> &
  PartOf<Name, 'headers'> &
  (keyof PathParameters<Name> extends never ? unknown : { readonly path: PathParameters<Name> }) & {
    /** Ends the request when the answer is no longer wanted. */
    readonly signal?: AbortSignal
    /** The request goes on though its page is left; only for small bodies. Absent: it ends with the page. */
    readonly keepalive?: boolean
  }

type PartOf<Name extends EndpointName, Part extends string> = Messages[Name] extends {
  readonly [key in Part]: infer Value
}
  ? { readonly [key in Part]: Value }
  : unknown

/** What a call gives. */
export type ReplyOf<Name extends EndpointName> = Messages[Name]['reply']

/** The client of one server. */
export interface Client {
  /** Calls an endpoint. Throws `HaykalError` for a problem, `Unreachable` when there is no answer, and `AbortError` when ended by its signal. */
  call<Name extends EndpointName>(name: Name, input: CallInput<Name>): Promise<ReplyOf<Name>>
  /** GETs any path of the API, such as an endpoint of the project; throws like `call`. */
  get<Reply>(path: string, signal?: AbortSignal): Promise<Reply>
}

/** Thrown when the server did not answer: no network, or the server is not running. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer', { cause })
    this.name = 'Unreachable'
  }
}

/** Where and how the client asks. */
export interface ClientOptions {
  /** In front of every path; absent: the page's own server. */
  readonly baseUrl?: string
  /** Absent: the global one. */
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>
  /** What time it is for whoever sits here, asked with every request; absent, or undefined: the server takes UTC. */
  readonly clock?: () => Clock | undefined
}

interface AnyInput {
  readonly path?: { readonly [name: string]: string }
  readonly query?: ListQuery
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
  readonly signal?: AbortSignal
  readonly keepalive?: boolean
}

/** Makes a client. */
export function createClient({
  baseUrl = '',
  fetch = globalThis.fetch.bind(globalThis),
  clock,
}: ClientOptions = {}): Client {
  async function send(url: string, init: RequestInit): Promise<unknown> {
    const now = clock?.()
    const headers = { ...init.headers, ...(now && { [clockHeader]: writeClock(now) }) }
    const response = await fetch(baseUrl + url, { credentials: 'same-origin', ...init, headers }).catch(
      (cause: unknown) => {
        throw init.signal?.aborted ? cause : new Unreachable(cause)
      },
    )
    if (!response.ok) throw await errorOf(response)
    return response.status === 204 ? undefined : await response.json()
  }
  return {
    async call(name, input) {
      const { path = {}, query, body, headers, signal, keepalive = false } = input as AnyInput
      const { method, path: pattern } = endpoints[name]
      const written = query === undefined ? '' : writeListQuery(query).toString()
      const init: RequestInit = {
        method,
        headers: { ...headers, ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }) },
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
        ...(signal === undefined ? {} : { signal }),
        ...(keepalive ? { keepalive } : {}),
      }
      return (await send(fillPath(pattern, path) + (written === '' ? '' : `?${written}`), init)) as ReplyOf<typeof name>
    },
    async get<Reply>(path: string, signal?: AbortSignal) {
      return (await send(path, signal === undefined ? {} : { signal })) as Reply
    },
  }
}

async function errorOf(response: Response): Promise<HaykalError> {
  const document: unknown = await response.json().catch(() => undefined)
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const waiting = Number.isFinite(retryAfter) ? { retryAfter } : {}
  if (!isProblemDocument(document)) return new HaykalError(codeOfStatus(response.status), waiting)
  return new HaykalError(document.code, {
    ...waiting,
    ...(document.errors === undefined ? {} : { problems: document.errors }),
    ...(document.conflict === undefined ? {} : { conflict: document.conflict }),
    ...(document.explanation === undefined ? {} : { explanation: document.explanation }),
    ...(document.params === undefined ? {} : { params: document.params }),
  })
}

function isProblemDocument(value: unknown): value is ProblemDocument {
  return isJsonObject(value) && typeof value.code === 'string' && Object.hasOwn(errorStatus, value.code)
}

/** A code for an answer that did not come from Haykal itself, such as one of a proxy in between. */
function codeOfStatus(status: number): ErrorCode {
  const codes = Object.keys(errorStatus) as ErrorCode[]
  return (
    codes.find((code) => errorStatus[code] === status) ?? (status === 502 || status === 504 ? 'busy' : 'unexpected')
  )
}
