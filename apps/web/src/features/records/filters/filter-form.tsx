/** What is asked of a field, and what it is compared with. */

import { useLocale } from '@haykal/messages/react'
import type { Json, ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { type FormEvent, useState } from 'react'
import type { FilterTerm } from '../list-search.ts'
import styles from './filters.module.css'
import { type Question, questionsOf, questionText, shapeOf, termOf, type ValueShape } from './operators.ts'
import { OptionsInput } from './options-input.tsx'
import { ValueInput } from './value-input.tsx'

/** The properties of the form. */
export interface FilterFormProps {
  readonly path: string
  readonly field: ModelField
  readonly label: string
  /** The filter that is changed; absent: a new one. */
  readonly initial?: { readonly question: Question; readonly values: readonly Json[] }
  readonly onApply: (term: FilterTerm) => void
}

/** The form. */
export function FilterForm({ path, field, label, initial, onApply }: FilterFormProps) {
  const { t } = useLocale()
  const questions = questionsOf(field)
  const [question, setQuestion] = useState<Question>(initial?.question ?? questions[0] ?? 'isNull')
  const [values, setValues] = useState<readonly (Json | undefined)[]>(initial?.values ?? [])
  const [isRefused, setRefused] = useState(false)
  const shape = shapeOf(question)
  const offered = questions.includes(question) ? questions : [question, ...questions]

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = givenValues(values, shape)
    if (given) onApply(termOf(path, question, given))
    else setRefused(true)
  }
  const setValue = (index: number) => (value: Json | undefined) => {
    setRefused(false)
    setValues((before) => Object.assign([...before], { [index]: value }))
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.title}>
        <bdi>{label}</bdi>
      </p>
      <FieldFrame label={t('filter.operator')}>
        {(framed) => (
          <Select
            {...framed}
            autoFocus
            value={question}
            onChange={(event) => setQuestion(event.target.value as Question)}
          >
            {offered.map((each) => (
              <option key={each} value={each}>
                {t(questionText(field, each))}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      {shape === 'one' && (
        <ValueInput
          label={t('filter.value')}
          field={field}
          question={question}
          value={values[0]}
          problems={isRefused ? [t('filter.needsValue')] : []}
          onChange={setValue(0)}
        />
      )}
      {shape === 'two' && (
        <div className={styles.pair}>
          {(['filter.from', 'filter.to'] as const).map((key, index) => (
            <ValueInput
              key={key}
              label={t(key)}
              field={field}
              question={question}
              value={values[index]}
              problems={isRefused && values[index] === undefined ? [t('filter.needsValue')] : []}
              onChange={setValue(index)}
            />
          ))}
        </div>
      )}
      {shape === 'some' && (
        <OptionsInput
          label={t('filter.value')}
          field={field}
          chosen={values.filter((value) => value !== undefined)}
          problems={isRefused ? [t('filter.needsValue')] : []}
          onChange={(next) => {
            setRefused(false)
            setValues(next)
          }}
        />
      )}
      <Button type="submit" variant="primary">
        {t('filter.apply')}
      </Button>
    </form>
  )
}

/** The values for a question of a shape; undefined where one is missing. */
function givenValues(values: readonly (Json | undefined)[], shape: ValueShape): readonly Json[] | undefined {
  const wanted =
    shape === 'none' ? [] : shape === 'one' ? [values[0]] : shape === 'two' ? [values[0], values[1]] : values
  const given = wanted.filter((value) => value !== undefined && value !== null)
  return given.length === wanted.length && (shape === 'none' || given.length > 0) ? given : undefined
}
