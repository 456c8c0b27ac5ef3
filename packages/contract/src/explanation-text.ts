/** Makes a sentence of an explanation, in the language of a translator. */
import { type Explanation, type Label, labelIn, type ToldCondition } from '@haykal/model'
import { conditionText, languageOf, listText, roleLabelText, type Teller } from './condition-text.ts'

export type { Teller } from './condition-text.ts'

/** Which rule decides, and what stands against it: one or two sentences. */
export function explanationText(teller: Teller, explanation: Explanation): string {
  const { t, locale } = teller
  const { code, act, facts = [], about } = explanation
  const word = (label: Label) => labelIn(label, languageOf(locale))
  const role = roleLabelText(teller, explanation.role, explanation.roleLabel)
  const [models, field] = [word(explanation.models), word(explanation.field ?? '')]
  switch (code) {
    case 'hidden':
      return field === '' ? t('explain.hiddenField', { role }) : t('explain.hiddenFrom', { role, field })
    case 'field':
      return t('explain.field', { role, field })
    case 'fixed':
      return t('explain.fixed', { field })
    case 'none':
    case 'all':
      return t(sentences[code][act], { role, models })
    case 'some': {
      const condition = explanation.condition ? conditionText({ ...teller, about }, explanation.condition) : ''
      const rule = t(sentences.some[act], { role, models, condition })
      if (facts.length === 0) return rule
      const said = facts.map((fact) =>
        t('explain.fact', {
          field: word(fact.field),
          value: fact.value === null ? t('filter.empty') : word(fact.value),
        }),
      )
      const list = listText(teller, said, 'conjunction')
      return `${rule} ${t(explanation.isAfter ? 'explain.after' : 'explain.here', { facts: list })}`
    }
  }
}

/** Yes, no, or that it takes knowing the person: of a role, nothing more is known. */
export function verdictOf({ isAllowed, about, condition }: Explanation): 'yes' | 'no' | 'depends' {
  if (isAllowed) return 'yes'
  const parts = condition?.type === 'all' ? condition.of : condition ? [condition] : []
  return about?.type === 'role' && parts.length > 0 && parts.every(asksForPerson) ? 'depends' : 'no'
}

const verdicts = { yes: 'Yes.', no: 'No.', depends: 'It depends on the person.' } as const

/** The verdict, and why: for whoever runs the server, in English as all that they read. */
export function verdictText(teller: Teller, explanation: Explanation): string {
  return `${verdicts[verdictOf(explanation)]} ${explanationText(teller, explanation)}`
}

function asksForPerson(condition: ToldCondition): boolean {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.some(asksForPerson)
    case 'not':
      return asksForPerson(condition.of)
    case 'children':
      return condition.of !== undefined && asksForPerson(condition.of)
    case 'test':
      return condition.isUnknown === true
    case 'hidden':
      return false
  }
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
