/** Makes a clause of a condition, in the language of a translator. */
import type { MessageKey, Translator } from '@haykal/messages'
import {
  type FilterOperator,
  type Label,
  labelIn,
  type ToldAbout,
  type ToldAttribute,
  type ToldCondition,
} from '@haykal/model'
import { momentText, spanText } from './moment-text.ts'

/** The language of the sentence. */
export interface Teller {
  readonly t: Translator
  /** As in BCP 47: `ar-EG`. */
  readonly locale: string
}

/** A teller, and whom the sentence is about; absent: whoever reads it. */
export interface TellerOf extends Teller {
  readonly about?: ToldAbout | undefined
}

/** What has to hold: what comes after "where". */
export function conditionText(teller: TellerOf, condition: ToldCondition): string {
  const { t } = teller
  switch (condition.type) {
    case 'hidden':
      return t('explain.hidden')
    case 'not':
      return t('explain.not', { condition: conditionText(teller, condition.of) })
    case 'all':
    case 'any': {
      const type = condition.type === 'all' ? 'conjunction' : 'disjunction'
      return listText(
        teller,
        condition.of.map((each) => partText(teller, each, condition.type)),
        type,
      )
    }
    case 'children':
      return childrenText(teller, condition)
    case 'test':
      return testText(teller, condition)
  }
}

/** A part among others: one that has parts or several values itself stands in brackets, or nobody could tell which belong together. */
function partText(teller: TellerOf, condition: ToldCondition, among: 'all' | 'any'): string {
  const text = conditionText(teller, condition)
  const isGroup =
    (condition.type === 'all' || condition.type === 'any') && condition.of.length > 1 && condition.type !== among
  const isSeveral = condition.type === 'test' && condition.values.length > 1 && !toldAsSpan(teller, condition)
  return isGroup || isSeveral || (condition.type === 'children' && condition.of)
    ? teller.t('explain.group', { condition: text })
    : text
}

/** What has to hold of the records that point here. */
function childrenText(teller: TellerOf, told: ToldCondition & { readonly type: 'children' }): string {
  const { t } = teller
  const children = wordText(teller, told.children)
  const condition = told.of && conditionText({ t, locale: teller.locale }, told.of)
  const text =
    condition === undefined
      ? t(told.isNone ? 'explain.noChildren' : 'explain.someChildren', { children })
      : t(told.isNone ? 'explain.noChildrenWhere' : 'explain.someChildrenWhere', { children, condition })
  if (!told.path) return text
  const field = told.path.map((label) => wordText(teller, label)).join(' › ')
  return t('explain.behind', { field, condition: text })
}

/** Several words as one. */
export function listText({ locale }: Teller, words: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(locale, { type }).format(words)
}

/** The roles that every project has are called as everywhere; all others as they are named. */
export function roleLabelText({ t, locale }: Teller, role: string, label?: Label): string {
  switch (role) {
    case 'owner':
      return t('people.roleOwner')
    case 'editor':
      return t('people.roleEditor')
    case 'reader':
      return t('people.roleReader')
    case 'public':
      return t('people.rolePublic')
    default:
      return labelIn(label ?? role, languageOf(locale))
  }
}

/** The language of a locale. */
export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale
}

type ToldTest = ToldCondition & { readonly type: 'test' }

function testText(teller: TellerOf, test: ToldTest): string {
  const { t } = teller
  const { operator, values } = test
  const field = test.path.map((label) => wordText(teller, label)).join(' › ')
  if (operator === 'isNull')
    return t('explain.state', { field, operator: t(values[0] === 'true' ? 'operator.isNull' : 'operator.isNotNull') })
  if (test.mine) return mineText(teller, test, field)
  const span = toldAsSpan(teller, test)
  if (span) return t('explain.state', { field, operator: span })
  return comparedText(teller, test, {
    field,
    words: values.map((value) => (test.isOfMoments && momentText(teller, value)) || wordText(teller, value)),
  })
}

/** A stretch of days in one word: "in the last 30 days". */
function toldAsSpan(teller: Teller, test: ToldTest): string | undefined {
  return test.isOfMoments ? spanText(teller, test) : undefined
}

function wordText({ t, locale }: Teller, label: Label | null): string {
  return label === null ? t('filter.empty') : t('explain.value', { value: labelIn(label, languageOf(locale)) })
}

function comparedText(
  teller: Teller,
  { operator, isOfMoments }: ToldTest,
  { field, words }: { readonly field: string; readonly words: readonly string[] },
): string {
  const { t } = teller
  const value = listText(teller, words, operator === 'between' ? 'conjunction' : 'disjunction')
  const said = words.length === 0 ? t('filter.empty') : value
  return t('explain.test', { field, operator: t(operatorKey(operator, words.length, isOfMoments)), value: said })
}

/** A comparison with what is known of a person: of whoever reads, of somebody else by name, or of whoever has a role. */
function mineText(teller: TellerOf, test: ToldTest, field: string): string {
  const { t, about } = teller
  const { mine = [], values } = test
  const names = mine.map((each) => attributeText(teller, each))
  const name = listText(teller, names, 'conjunction')
  const person = about?.type === 'person' ? about.name : ''
  if (about?.type === 'role') {
    const own = mine.map((each, index) =>
      each.name === 'id' ? t('explain.self') : t('explain.own', { name: names[index] ?? '' }),
    )
    return comparedText(teller, test, { field, words: [...own, ...values.map((value) => wordText(teller, value))] })
  }
  if (test.isUnknown)
    return about ? t('explain.unknownOf', { field, name, person }) : t('explain.unknown', { field, name })
  if (mine.length === 1 && mine[0]?.name === 'id')
    return comparedText(teller, test, { field, words: [about ? wordText(teller, person) : t('explain.you')] })
  const compared = comparedText(teller, test, { field, words: values.map((value) => wordText(teller, value)) })
  return about ? t('explain.theirs', { compared, name, person }) : t('explain.mine', { compared })
}

function attributeText(teller: Teller, { name, label }: ToldAttribute): string {
  const { t } = teller
  const ready = { name: 'people.name', email: 'people.email', role: 'people.role', groups: 'people.groups' } as const
  const isReady = Object.hasOwn(ready, name)
  return wordText(teller, label ?? (isReady ? t(ready[name as keyof typeof ready]) : name))
}

type OperatorKey = Extract<MessageKey, `operator.${string}`>

const momentKeys: { readonly [operator in FilterOperator]?: OperatorKey } = {
  gt: 'operator.after',
  gte: 'operator.since',
  lt: 'operator.before',
  lte: 'operator.until',
}

function operatorKey(operator: FilterOperator, count: number, isOfMoments = false): OperatorKey {
  const ofMoments = isOfMoments ? momentKeys[operator] : undefined
  if (ofMoments) return ofMoments
  if (count === 1 && operator === 'in') return 'operator.eq'
  if (count === 1 && operator === 'nin') return 'operator.ne'
  return `operator.${operator}`
}
