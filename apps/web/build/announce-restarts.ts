/** Tells open pages when the server behind the development server has started anew: its models may have changed. */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Plugin } from 'vite'

/** The name of the message; `src/app/dev-updates.ts` listens for it. */
export const restartEvent = 'haykal:server-restarted'

/** Watches the server at `api` as long as the development server runs. */
export function announceRestarts(api: string): Plugin {
  return {
    name: 'haykal:announce-restarts',
    apply: 'serve',
    configureServer(server) {
      const ended = new AbortController()
      server.httpServer?.once('close', () => ended.abort())
      const announce = () => server.ws.send({ type: 'custom', event: restartEvent })
      void watch(api, announce, ended.signal).catch(() => undefined)
    },
  }
}

async function watch(api: string, announce: () => void, signal: AbortSignal): Promise<void> {
  let { version } = await onceUp(api, signal)
  while (!signal.aborted) {
    await connectionLost(api, signal)
    const next = await onceUp(api, signal)
    if (next.wasDown || next.version !== version) announce()
    version = next.version
  }
}

/** Waits until a connection breaks: a server that ends closes it at once, without being asked again and again. */
function connectionLost(api: string, signal: AbortSignal): Promise<void> {
  const { hostname, port } = new URL(api)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) })
    const end = () => socket.destroy()
    signal.addEventListener('abort', end, { once: true })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      signal.removeEventListener('abort', end)
      resolve()
    })
    socket.resume()
  })
}

/** The version that the server tells in boot, as soon as it answers; an idle connection may also end while it is up. */
async function onceUp(api: string, signal: AbortSignal): Promise<{ version: string; wasDown: boolean }> {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(`${api}/api/v1/-/boot`, { signal }).catch(() => undefined)
    signal.throwIfAborted()
    const boot: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined
    if (typeof boot === 'object' && boot !== null && 'version' in boot) {
      return { version: String(boot.version), wasDown: tries > 0 }
    }
    await wait(50, undefined, { signal })
  }
}
