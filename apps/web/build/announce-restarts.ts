/**
 * Follows the server behind the development server: while it starts anew, requests wait for it; once it is back, open
 * pages are told, since its models and endpoints may have changed.
 */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Plugin } from 'vite'

/** The name of the message; `src/app/dev-updates.ts` listens for it. */
const restartEvent = 'haykal:server-restarted'
/** How long a request waits for the server, before it is told that there is none. */
const patienceMs = 15_000

/** Follows the server at `api` as long as the development server runs. */
export function announceRestarts(api: string): Plugin {
  return {
    name: 'haykal:announce-restarts',
    apply: 'serve',
    configureServer(server) {
      const ended = new AbortController()
      server.httpServer?.once('close', () => ended.abort())
      const followed = new FollowedServer(api, ended.signal)
      void followed.follow(() => server.ws.send({ type: 'custom', event: restartEvent })).catch(() => undefined)
      server.middlewares.use('/api', (_request, _response, next) => {
        void Promise.race([followed.up, wait(patienceMs)]).then(() => next())
      })
    },
  }
}

/** A server that comes and goes. */
class FollowedServer {
  readonly #api: string
  readonly #signal: AbortSignal
  /** Resolved while the server answers. */
  up: Promise<unknown>

  constructor(api: string, signal: AbortSignal) {
    this.#api = api
    this.#signal = signal
    this.up = this.#answering()
  }

  /** Calls back whenever the server is there again after it was gone, or with other models. */
  async follow(onReturn: () => void): Promise<void> {
    let { version } = await this.#answering()
    while (!this.#signal.aborted) {
      await this.#connectionLost()
      const answering = this.#answering()
      this.up = answering
      const next = await answering
      if (next.wasDown || next.version !== version) onReturn()
      version = next.version
    }
  }

  /** Waits until an idle connection breaks: a server that ends closes it at once. */
  #connectionLost(): Promise<void> {
    const { hostname, port, host } = new URL(this.#api)
    return new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port) })
      // One request makes the connection idle in the eyes of the server; it would wait for a silent one before it ends.
      socket.write(`GET /livez HTTP/1.1\r\nHost: ${host}\r\nConnection: keep-alive\r\n\r\n`)
      const end = () => socket.destroy()
      this.#signal.addEventListener('abort', end, { once: true })
      socket.on('error', () => undefined)
      socket.once('close', () => {
        this.#signal.removeEventListener('abort', end)
        resolve()
      })
      socket.resume()
    })
  }

  /** The version that the server tells in boot, as soon as it answers; idle connections also end while it is up. */
  async #answering(): Promise<{ readonly version: string; readonly wasDown: boolean }> {
    for (let tries = 0; ; tries += 1) {
      const version = await this.#version()
      if (version !== undefined) return { version, wasDown: tries > 0 }
      await wait(50, undefined, { signal: this.#signal })
    }
  }

  async #version(): Promise<string | undefined> {
    try {
      const response = await fetch(`${this.#api}/api/v1/-/boot`, { signal: this.#signal })
      const boot: unknown = await response.json()
      return typeof boot === 'object' && boot !== null && 'version' in boot ? String(boot.version) : undefined
    } catch {
      this.#signal.throwIfAborted()
      return undefined
    }
  }
}
