/** What was done, in words: by whom, by which means, to what. */
import type { ChangeAct, ChangeMeans, ChangeSet, ChangeSetHead } from '@haykal/contract'
import type { Translator } from '@haykal/messages'
import { labelIn, type Models } from '@haykal/model'
import { inSentence } from '../records/list-head.tsx'

/** What words depend on. */
export interface ChangeTeller {
  readonly t: Translator
  readonly language: string
}

/** Whoever did it; somebody who is no longer here has no name, and what came from outside nobody. */
export function whoText(t: Translator, { by, means }: Pick<ChangeSetHead, 'by' | 'means'>): string {
  if (by) return by.name ?? t('changes.formerPerson')
  return t(means === 'outside' ? 'changes.outsider' : 'changes.nobody')
}

/** The texts of the means. */
export const meansTexts = {
  form: 'changes.byForm',
  api: 'changes.byApi',
  bulk: 'changes.byBulk',
  import: 'changes.byImport',
  action: 'changes.byAction',
  undo: 'changes.byUndo',
  restore: 'changes.byRestore',
  outside: 'changes.byOutside',
} as const satisfies { readonly [means in ChangeMeans]: string }

/** By which means; undefined for a form, as most changes are made. */
export function meansText({ t, language }: ChangeTeller, { means, action }: ChangeSetHead): string | undefined {
  if (action !== undefined) return labelIn(action, language)
  return means === 'form' ? undefined : t(meansTexts[means])
}

/** What was done to a record that one is looking at. */
export const actTexts = { create: 'changes.created', edit: 'changes.edited', remove: 'changes.removed' } as const

const oneTexts = { create: 'changes.createdOne', edit: 'changes.editedOne', remove: 'changes.removedOne' } as const
const manyTexts = { create: 'changes.createdMany', edit: 'changes.editedMany', remove: 'changes.removedMany' } as const

/** What was done to one record: `Edited 1048571`. */
export function actText(t: Translator, act: ChangeAct, title: string): string {
  return t(oneTexts[act], { title: title === '' ? t('app.untitled') : title })
}

/** What was done in one act: to one record by its name, to many by how many of which. */
export function setText({ t, language, models }: ChangeTeller & { readonly models: Models }, set: ChangeSet): string {
  const { counts, first, isMore } = set
  const isOne = counts.length <= 1 && (counts[0]?.count ?? 1) === 1 && !isMore
  if (isOne) return actText(t, first.act, first.title)
  const texts = counts.map(({ model, act, count }) => {
    const name = inSentence(labelIn(models.get(model)?.plural ?? model, language))
    return t(manyTexts[act], { count, models: name })
  })
  return isMore ? t('changes.andMore', { changes: texts.join(' · ') }) : texts.join(' · ')
}
