/** Which fields a role sees and sets: folded away, with what is not as usual said in front. */
import type { SaidRoleRules } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Select } from '@haykal/ui/select/select.tsx'
import { useId } from 'react'
import styles from './rules.module.css'
import type { FieldRight } from './rules-draft.ts'

/** The properties of the part. */
export interface FieldRightsProps {
  readonly model: Model
  readonly rules: SaidRoleRules
  /** Whether anything can be set at all. */
  readonly canSet: boolean
  readonly problems: readonly string[]
  readonly rightOf: (field: string) => FieldRight
  readonly onChange: (field: string, right: FieldRight) => void
}

/** The part. */
export function FieldRights({ model, rules, canSet, problems, rightOf, onChange }: FieldRightsProps) {
  const { t, language } = useLocale()
  const id = useId()
  const named = [...(rules.hide ?? []), ...(rules.readOnly ?? [])]
  // What is said of a field that is gone is not dropped unseen: the column may only have another name.
  const gone = [...new Set(named)].filter((name) => !model.field(name))
  const rows = [
    ...gone.map((name) => ({ name, text: name, isKey: false, isGone: true })),
    ...model.fields.map(({ name, label, isKey }) => ({ name, text: labelIn(label, language), isKey, isGone: false })),
  ]
  const offered = (isKey: boolean): readonly FieldRight[] => [
    'shown',
    ...(canSet ? ['only' as const] : []),
    ...(isKey ? [] : ['hide' as const]),
  ]
  const sum = (['hide', 'only'] as const).flatMap((right) => {
    const fields = rows.filter(({ name }) => rightOf(name) === right).map(({ text }) => text)
    return fields.length === 0 ? [] : [`${t(`rules.${right}`)}: ${fields.join(', ')}`]
  })
  return (
    <details className={styles.fields}>
      <summary>
        {t('adoption.allFields')} {sum.length > 0 && <span className={styles.sum}>{sum.join(' · ')}</span>}
      </summary>
      {problems.length > 0 && (
        <p className={styles.fault} role="alert">
          {[...new Set(problems)].join(' ')}
        </p>
      )}
      <ul>
        {rows.map(({ name, text, isKey, isGone }, index) => {
          const wordOf = (right: FieldRight) =>
            right !== 'shown'
              ? (`rules.${right}` as const)
              : isGone
                ? 'rules.forget'
                : canSet
                  ? 'rules.shown'
                  : 'rules.seen'
          return (
            <li key={name} className={styles.field}>
              <label htmlFor={`${id}${index}`}>
                <bdi>{text}</bdi>
              </label>
              <Select
                id={`${id}${index}`}
                value={rightOf(name)}
                disabled={isKey && !canSet}
                onChange={({ target: { value } }) => onChange(name, value as FieldRight)}
              >
                {[...new Set([...offered(isKey), rightOf(name)])].map((right) => (
                  <option key={right} value={right}>
                    {t(wordOf(right))}
                  </option>
                ))}
              </Select>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
