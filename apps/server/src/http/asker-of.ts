/** Whether whoever sent a request still waits for its answer. */
import type { Asker } from '@haykal/database'
import type { Context } from 'hono'

/** What a connection of Node's tells, as far as it is asked. */
interface Outgoing {
  readonly destroyed: boolean
  readonly writableFinished: boolean
  once(event: 'close', listener: () => void): unknown
  off(event: 'close', listener: () => void): unknown
}

/** Whoever waits for the answer. Nothing is set up before somebody asks for it: most requests are answered long before. */
export function askerOf({ env, req }: Context): Asker {
  return {
    whenGone(listener) {
      const { outgoing } = (env ?? {}) as { readonly outgoing?: Outgoing }
      if (!outgoing) return whenAborted(req.raw.signal, listener)
      const onClose = () => {
        if (!outgoing.writableFinished) listener()
      }
      if (outgoing.destroyed) onClose()
      else outgoing.once('close', onClose)
      return () => outgoing.off('close', onClose)
    },
  }
}

/** Requests that come from no connection, such as those of tests. */
function whenAborted(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, { once: true })
  return () => signal.removeEventListener('abort', listener)
}
