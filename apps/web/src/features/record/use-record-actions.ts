/** The project's actions that are for a record, as commands: run, they tell what was done, or why not. */

import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import type { MenuItem } from '@haykal/ui/menu/menu.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useModel } from '../boot/use-boot.ts'
import { actionApplies } from '../many/action-applies.ts'
import { refusalSentences } from '../many/refusal-sentences.ts'
import { useRunAction } from '../many/use-run-action.ts'
import { titleOfRecord } from '../records/title-of-record.ts'

/** An action as a command. */
export interface RecordAction extends MenuItem {
  readonly text: string
  readonly icon: string
  /** It is being done. */
  readonly isRunning: boolean
}

/** The actions that this person may run on a record as it is now. */
export function useRecordActions(model: Model, reply: RecordReply): readonly RecordAction[] {
  const { t, locale, language } = useLocale()
  const actions = useModel(model.name)?.access.actions ?? []
  const { run, isRunning } = useRunAction(model.name)
  return actions
    .filter((action) => actionApplies(action, model, reply.data))
    .map((action) => {
      const text = labelIn(action.label, language)
      const act = async () => {
        const told = t('action.done', { action: text, title: titleOfRecord(model, reply) })
        const error = await run(action, [reply.meta.id], told)
        if (error === undefined) return
        const reason = refusalSentences({ t, locale }, error).join(' ')
        showToast({ text: t('action.refused', { action: text, reason }) })
      }
      const onSelect = () => {
        if (!isRunning) void act()
      }
      return { key: action.name, text, icon: action.icon ?? 'bolt', isRunning, onSelect }
    })
}
