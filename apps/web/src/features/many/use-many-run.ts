/** A change of many records while it runs: how far it is, stopping it, going on after a failure. */
import type { ManyReply } from '@haykal/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { refreshAfterUndo } from '../undo/refresh-after-undo.ts'
import { goThrough, type ManyProgress } from './go-through.ts'

/** The run. */
export interface ManyRun {
  /** `ready`: not begun · `running` · `stopped`: by the person, between two steps · `failed`: a step did, and it can go on · `done`. */
  readonly state: 'ready' | 'running' | 'stopped' | 'failed' | 'done'
  /** Undefined before the first step is taken. */
  readonly progress: ManyProgress | undefined
  /** Why it failed; undefined: it did not. */
  readonly error: unknown
  /** It stops once the step that is being taken is over. */
  readonly isStopping: boolean
  readonly start: () => void
  readonly stop: () => void
}

/** A run whose steps `ask` takes. `onEnd` is told how it ended, once records may have changed. */
export function useManyRun(
  ask: (next: string | undefined) => Promise<ManyReply>,
  onEnd: (progress: ManyProgress) => void,
): ManyRun {
  const queries = useQueryClient()
  const [state, setState] = useState<ManyRun['state']>('ready')
  const [progress, setProgress] = useState<ManyProgress>()
  const [error, setError] = useState<unknown>()
  const [isStopping, setStopping] = useState(false)
  const isStopped = useRef(false)
  // Whoever leaves the screen stops it as the button does.
  useEffect(() => {
    isStopped.current = false
    return () => {
      isStopped.current = true
    }
  }, [])

  const start = async () => {
    isStopped.current = false
    setStopping(false)
    setState('running')
    setError(undefined)
    const watch = { onStep: setProgress, isStopped: () => isStopped.current }
    try {
      const end = await goThrough(ask, progress, watch)
      setState(end.reply.next === null ? 'done' : 'stopped')
      onEnd(end)
    } catch (cause) {
      setError(cause)
      setState('failed')
    }
    refreshAfterUndo(queries)
  }
  const stop = () => {
    isStopped.current = true
    setStopping(true)
  }
  return { state, progress, error, isStopping, start: () => void start(), stop }
}
