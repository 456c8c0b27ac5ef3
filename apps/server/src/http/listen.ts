/** Listens for requests: first of all, so that a port in use is known before anything is made; and stops without breaking off a request. */
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { type ErrorCode, HaykalError } from '@haykal/model'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Log } from '../log.ts'
import { Mistake } from '../mistake.ts'
import { answerError, problemDocument } from './answer-error.ts'
import { type HeaderValues, standardHeaders } from './headers.ts'

/** Where and how to listen. */
export interface ListenOptions {
  readonly port: number
  readonly host: string
  readonly isTls: boolean
  readonly log: Log
}

/** A server that listens. */
export interface Listening {
  /** The port, also where any was asked for. */
  readonly port: number
  /** From now on `app` answers; until then every answer is "busy". */
  serve(app: Hono): void
  /** Takes no more requests, lets those that run end, and is done after ten seconds at the latest. */
  stop(): Promise<void>
}

/** Milliseconds that a client may take for its headers, and for the whole of a request. */
const patience = { headers: 20_000, request: 60_000 } as const

/** Milliseconds after which requests that still run are cut off. */
const graceMs = 8_000

/** Starts to listen. Throws `Mistake` when that is not possible. */
export async function listen({ port, host, isTls, log }: ListenOptions): Promise<Listening> {
  const { api } = standardHeaders({ isTls })
  let app: Hono | undefined
  const answer = (error: unknown, request: { method: string; path: string }) =>
    answerError(error, { requestId: randomUUID(), headers: api, log, request })
  const listener = getRequestListener(
    (request, env) =>
      app?.fetch(request, env) ??
      answer(new HaykalError('busy', { retryAfter: 1 }), { method: request.method, path: '' }),
    {
      // Before the app sees it: an address or a host that is none.
      errorHandler: (cause) => answer(new HaykalError('malformed', { cause }), { method: '', path: '' }),
    },
  )
  const server = createServer(
    // A request without a host is answered below, as all others that cannot be served.
    { headersTimeout: patience.headers, requestTimeout: patience.request, requireHostHeader: false },
    (incoming, outgoing) => {
      void listener(incoming, outgoing)
    },
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuse(socket, error, api))
  const unused = unusedConnections(server)
  await startListening(server, { port, host })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve(ready) {
      app = ready
    },
    stop: () => stop(server, unused),
  }
}

function startListening(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, { port, host })))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function explained(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Mistake {
  const place = `${host}:${port}`
  switch (error.code) {
    case 'EADDRINUSE':
      return new Mistake(
        `Port ${port} on ${host} is in use by another program: stop that one, or choose another port with --port.`,
        error,
      )
    case 'EACCES':
      return new Mistake(`Port ${port} may not be used by this user: choose one above 1023 with --port.`, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new Mistake(`${host} is no address of this machine: choose another one with --host.`, error)
    default:
      return new Mistake(
        `Cannot listen on ${place} (${error.code ?? error.message}): choose another place with --port and --host.`,
        error,
      )
  }
}

/** The connections on which nothing was asked yet, such as those that a browser opens beforehand: Node does not count them as idle. */
function unusedConnections(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>()
  server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', ({ socket }) => unused.delete(socket))
  return unused
}

function stop(server: Server, unused: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
    for (const socket of unused) socket.destroy()
  })
}

/** Answers what Node could not even read as a request. */
function refuse(socket: Socket, { code }: NodeJS.ErrnoException, headers: HeaderValues): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const known: ErrorCode = code === 'HPE_HEADER_OVERFLOW' ? 'headers_too_large' : 'malformed'
  const isLate = code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const problem = problemDocument(new HaykalError(known), randomUUID())
  const document = JSON.stringify(isLate ? { ...problem, status: 408, title: 'Request Timeout' } : problem)
  const all = {
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(document),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const status = isLate ? '408 Request Timeout' : `${problem.status} ${problem.title}`
  socket.end([`HTTP/1.1 ${status}`, ...lines, '', document].join('\r\n'))
}
