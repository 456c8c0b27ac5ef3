/** Runs an action of the project on records, tells that it was done, and has what it may have changed asked for anew. */
import type { BootAction } from '@haykal/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { tellChange } from '../history/tell-change.ts'
import { refreshAfterUndo } from '../undo/refresh-after-undo.ts'

/** Running an action. */
export interface RunAction {
  /** Runs it on the records of these ids, and tells `text`. Gives why it was refused; undefined: it was not. */
  readonly run: (action: BootAction, ids: readonly string[], text: string) => Promise<unknown>
  readonly isRunning: boolean
}

/** The actions on records of a model. */
export function useRunAction(model: string): RunAction {
  const client = useClient()
  const queries = useQueryClient()
  const [isRunning, setRunning] = useState(false)
  const run = async ({ name }: BootAction, records: readonly string[], text: string) => {
    setRunning(true)
    try {
      const { changeSet } = await client.call('runAction', { path: { model, name }, body: { records } })
      tellChange({ changeSet, text })
      return undefined
    } catch (error) {
      return error
    } finally {
      setRunning(false)
      refreshAfterUndo(queries)
    }
  }
  return { run, isRunning }
}
