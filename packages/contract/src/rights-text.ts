/** Makes sentences of what the rules of a model say to a role, in the language of a translator. */
import { type Label, labelIn, type ToldReach, type ToldRights } from '@haykal/model'
import { conditionText, languageOf, listText, roleLabelText, type Teller } from './condition-text.ts'

/** A sentence, and what it is about. */
export interface RightsSentence {
  readonly about: 'may' | 'may-not' | 'hidden' | 'fields'
  readonly text: string
}

/** What a role may do with the records of a model, and with which of their fields; acts with the same rule share a sentence. */
export function rightsText(teller: Teller, rights: ToldRights): readonly RightsSentence[] {
  const { t, locale } = teller
  const listed = (labels: readonly Label[]) =>
    listText(
      teller,
      labels.map((label) => t('explain.value', { value: labelIn(label, languageOf(locale)) })),
      'conjunction',
    )
  const { hidden, readOnly, createOnly, editOnly } = rights
  const maySet = rights.acts.create.code !== 'none' || rights.acts.edit.code !== 'none'
  return [
    ...reachSentences(teller, rights),
    ...(hidden.length > 0 ? [{ about: 'hidden' as const, text: t('rights.hidden', { fields: listed(hidden) }) }] : []),
    ...(readOnly.length > 0 && maySet
      ? [{ about: 'fields' as const, text: t('rights.readOnly', { fields: listed(readOnly) }) }]
      : []),
    ...(createOnly ? [{ about: 'fields' as const, text: t('rights.createOnly', { fields: listed(createOnly) }) }] : []),
    ...(editOnly ? [{ about: 'fields' as const, text: t('rights.editOnly', { fields: listed(editOnly) }) }] : []),
  ]
}

/** Whether the rules let a role do anything at all. */
export function hasRights({ acts }: ToldRights): boolean {
  return actNames.some((act) => acts[act].code !== 'none')
}

/** What a role is called. */
export function rightsRoleText(teller: Teller, { role, roleLabel }: ToldRights): string {
  return roleLabelText(teller, role, roleLabel)
}

type ActName = keyof ToldRights['acts']

const actNames: readonly ActName[] = ['read', 'create', 'edit', 'remove']

const verbs = {
  read: 'rights.read',
  create: 'rights.create',
  edit: 'rights.edit',
  remove: 'rights.remove',
} as const

function reachSentences(teller: Teller, { acts }: ToldRights): readonly RightsSentence[] {
  const { t } = teller
  return actNames.flatMap((act, index) => {
    const reach = acts[act]
    const group = actNames.filter((each) => isSameReach(acts[each], reach))
    // Told with the first act of its group.
    if (actNames.indexOf(group[0] ?? act) !== index) return []
    const words = group.map((each) => t(verbs[each]))
    return [
      { about: reach.code === 'none' ? ('may-not' as const) : ('may' as const), text: reachText(teller, reach, words) },
    ]
  })
}

function isSameReach(one: ToldReach, other: ToldReach): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function reachText(teller: Teller, { code, condition }: ToldReach, words: readonly string[]): string {
  const { t } = teller
  if (code === 'none') return t('rights.none', { acts: listText(teller, words, 'disjunction') })
  const acts = listText(teller, words, 'conjunction')
  if (code === 'all' || !condition) return t('rights.all', { acts })
  return t('rights.some', { acts, condition: conditionText({ ...teller, about: { type: 'role' } }, condition) })
}
