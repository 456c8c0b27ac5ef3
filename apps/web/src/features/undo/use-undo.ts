/** Takes one act back: looks at what would happen, asks where something would be left as it is, goes through the steps, and tells. */
import type { ManyReply, UndoChoice, UndoPreview } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { goThrough, type ManyProgress } from '../many/go-through.ts'
import { errorCode, errorText } from '../problems/error-text.ts'
import { refreshAfterUndo } from './refresh-after-undo.ts'
import { forgetAct, lastDone, lastUndone, rememberRedone, rememberUndone } from './undo-stack.ts'
import { endWish, type QueuedWish, wishUndo } from './undo-wishes.ts'

/** How far it is. */
export type UndoStage =
  | { readonly at: 'looking' }
  | { readonly at: 'asking'; readonly preview: UndoPreview }
  /** The reply of the last step; absent: none came yet. */
  | { readonly at: 'running'; readonly reply?: ManyReply }
  /** Something was left as it is, which nobody was asked about before. */
  | { readonly at: 'told'; readonly outcome: ManyProgress }

/** Takes back what is wished. Ends the wish by itself unless there is something to ask or to show. */
export function useUndo(wish: QueuedWish) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const [act] = useState(() => wish.act ?? (wish.isRedo ? lastUndone() : lastDone()))
  const [stage, setStage] = useState<UndoStage>({ at: 'looking' })
  const isStopped = useRef(false)
  const hasBegun = useRef(false)
  const { changeSet = '', text = '' } = act ?? {}
  const path = { id: changeSet }
  const close = () => {
    // What cannot be taken back any more is passed over by the key from now on.
    if (stage.at === 'asking' && stage.preview.isDone) forgetAct(changeSet)
    endWish(wish)
  }

  const fail = (error: unknown) => {
    if (errorCode(error) === 'not_found') forgetAct(changeSet)
    showToast({ text: t('undo.failed', { text, reason: errorText(t, error) }) })
    close()
  }
  const run = async (choice: UndoChoice, wasAsked: boolean) => {
    setStage({ at: 'running' })
    const body = { ...(wish.only && { only: wish.only }), ...(choice === 'clear' && { choice }) }
    const step = (next: string | undefined) =>
      client.call('undoChanges', { path, body: next === undefined ? body : { ...body, next } })
    const watch = {
      onStep: ({ reply }: ManyProgress) => setStage({ at: 'running', reply }),
      isStopped: () => isStopped.current,
    }
    const outcome = await goThrough(step, undefined, watch).finally(() => refreshAfterUndo(queries))
    const { changeSet: by, done, keptCount, next } = outcome.reply
    if (by !== null && done > 0) tell({ by, done, isPart: next !== null })
    else if (keptCount === 0) showToast({ text: t('undo.already', { text }) })
    if (keptCount > 0 && !wasAsked) setStage({ at: 'told', outcome })
    else close()
  }
  const tell = ({ by, done, isPart }: { readonly by: string; readonly done: number; readonly isPart: boolean }) => {
    const whole = wish.told ?? t(wish.isRedo ? 'undo.redone' : 'undo.undone', { text })
    const words = isPart ? t('undo.stopped', { done }) : whole
    const next = { changeSet: by, text }
    if (wish.isRedo) rememberRedone(changeSet, next)
    else rememberUndone(changeSet, next)
    const again = { act: next, ...(!wish.isRedo && { isRedo: true as const }) }
    showToast({
      text: words,
      action: { label: t(wish.isRedo ? 'app.undo' : 'undo.redo'), onPress: () => wishUndo(again) },
    })
  }
  const begin = useEffectEvent(async () => {
    if (!act) {
      showToast({ text: t(wish.isRedo ? 'undo.nothingToRedo' : 'undo.nothingToUndo') })
      return close()
    }
    if (wish.only) return await run('leave', false)
    const preview = await client.call('previewUndo', { path })
    if (preview.isDone && preview.keptCount === 0) {
      forgetAct(changeSet)
      showToast({ text: t('undo.already', { text }) })
      return close()
    }
    if (!wish.isAsked && preview.keptCount === 0) return await run('leave', false)
    setStage({ at: 'asking', preview })
  })
  const giveUp = useEffectEvent(fail)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    begin().catch(giveUp)
  }, [])

  return {
    text,
    stage,
    close,
    stop: () => {
      isStopped.current = true
    },
    confirm: (choice: UndoChoice) => void run(choice, true).catch(fail),
  }
}
