/** Makes a sentence of an explanation, in the language of a translator. */
import type { MessageKey, Translator } from '@haykal/messages'
import { type Explanation, type FilterOperator, type Label, labelIn, type ToldCondition } from '@haykal/model'

/** The language of the sentence. */
export interface Teller {
  readonly t: Translator
  /** As in BCP 47: `ar-EG`. */
  readonly locale: string
}

/** Which rule decides, and what stands against it: one or two sentences. */
export function explanationText({ t, locale }: Teller, explanation: Explanation): string {
  const { code, act, facts = [] } = explanation
  const word = (label: Label) => labelIn(label, languageOf(locale))
  const role = word(explanation.roleLabel ?? readyLabel(t, explanation.role))
  const [models, field] = [word(explanation.models), word(explanation.field ?? '')]
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  switch (code) {
    case 'hidden':
      return t('explain.hiddenField', { role })
    case 'field':
      return t('explain.field', { role, field })
    case 'none':
    case 'all':
      return t(sentences[code][act], { role, models })
    case 'some': {
      const condition = explanation.condition ? conditionText({ t, locale }, explanation.condition) : ''
      const rule = t(sentences.some[act], { role, models, condition })
      if (facts.length === 0) return rule
      const said = facts.map((fact) =>
        t('explain.fact', {
          field: word(fact.field),
          value: fact.value === null ? t('filter.empty') : word(fact.value),
        }),
      )
      return `${rule} ${t(explanation.isAfter ? 'explain.after' : 'explain.here', { facts: list.format(said) })}`
    }
  }
}

/** Yes or no, and why: for whoever runs the server, in English as all that they read. */
export function verdictText(teller: Teller, explanation: Explanation): string {
  return `${explanation.isAllowed ? 'Yes.' : 'No.'} ${explanationText(teller, explanation)}`
}

/** The roles that every project has are called as everywhere; all others as they are named. */
function readyLabel(t: Translator, role: string): string {
  if (role === 'owner') return t('people.roleOwner')
  if (role === 'editor') return t('people.roleEditor')
  return role === 'reader' ? t('people.roleReader') : role
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale
}

const sentences = {
  none: {
    read: 'explain.noneRead',
    create: 'explain.noneCreate',
    edit: 'explain.noneEdit',
    remove: 'explain.noneRemove',
  },
  all: { read: 'explain.allRead', create: 'explain.allCreate', edit: 'explain.allEdit', remove: 'explain.allRemove' },
  some: {
    read: 'explain.someRead',
    create: 'explain.someCreate',
    edit: 'explain.someEdit',
    remove: 'explain.someRemove',
  },
} as const

function conditionText(teller: Teller, condition: ToldCondition): string {
  const { t, locale } = teller
  switch (condition.type) {
    case 'hidden':
      return t('explain.hidden')
    case 'not':
      return t('explain.not', { condition: conditionText(teller, condition.of) })
    case 'all':
    case 'any': {
      const type = condition.type === 'all' ? 'conjunction' : 'disjunction'
      return new Intl.ListFormat(locale, { type }).format(condition.of.map((each) => conditionText(teller, each)))
    }
    case 'test':
      return testText(teller, condition)
  }
}

function testText({ t, locale }: Teller, test: ToldCondition & { readonly type: 'test' }): string {
  const word = (label: Label | null) =>
    label === null ? t('filter.empty') : t('explain.value', { value: labelIn(label, languageOf(locale)) })
  const field = test.path.map((label) => word(label)).join(' › ')
  const { operator, values, mine = [] } = test
  if (test.isUnknown) return t('explain.unknown', { field, name: mine.join(', ') })
  if (operator === 'isNull')
    return t('explain.state', { field, operator: t(values[0] === 'true' ? 'operator.isNull' : 'operator.isNotNull') })
  const type = operator === 'between' ? 'conjunction' : 'disjunction'
  const value = new Intl.ListFormat(locale, { type }).format(values.map(word))
  const said = values.length === 0 ? t('filter.empty') : value
  return t(mine.length > 0 ? 'explain.mine' : 'explain.test', {
    field,
    operator: t(operators(operator, values.length)),
    value: said,
  })
}

function operators(operator: FilterOperator, count: number): Extract<MessageKey, `operator.${string}`> {
  if (count === 1 && operator === 'in') return 'operator.eq'
  if (count === 1 && operator === 'nin') return 'operator.ne'
  return `operator.${operator}`
}
