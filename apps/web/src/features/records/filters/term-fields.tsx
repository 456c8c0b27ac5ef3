/** The inputs of a condition: what is asked of a field, and what it is compared with. */
import { useLocale } from '@haykal/messages/react'
import type { Json, ModelField } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useModels } from '../../boot/use-boot.ts'
import type { FilterTerm } from '../list-search.ts'
import styles from './filters.module.css'
import { mayBeMe, meTerm } from './me-term.ts'
import { type Question, questionsOf, questionText, shapeOf, termOf, type ValueShape } from './operators.ts'
import { OptionsInput } from './options-input.tsx'
import { PeriodInput } from './period-input.tsx'
import { ValueInput } from './value-input.tsx'

/** A condition while it is filled in. */
export interface TermDraft {
  readonly question: Question
  /** Undefined: not given yet. */
  readonly values: readonly (Json | undefined)[]
}

/** The properties of the inputs. */
export interface TermFieldsProps {
  readonly field: ModelField
  readonly draft: TermDraft
  /** Values that are missing are said to be. */
  readonly isRefused: boolean
  /** The first of the inputs has the focus as soon as it appears; absent: it has not. */
  readonly isFocused?: boolean
  readonly onChange: (draft: TermDraft) => void
}

/** The inputs. */
export function TermFields({
  field,
  draft: { question, values },
  isRefused,
  isFocused = false,
  onChange,
}: TermFieldsProps) {
  const { t } = useLocale()
  const questions = useQuestions(field)
  const shape = shapeOf(question)
  const offered = questions.includes(question) ? questions : [question, ...questions]
  const setValues = (next: readonly (Json | undefined)[]) => onChange({ question, values: next })
  const setValue = (index: number) => (value: Json | undefined) =>
    setValues(Object.assign([...values], { [index]: value }))
  const problems = (isMissing: boolean) => (isRefused && isMissing ? [t('filter.needsValue')] : [])
  return (
    <>
      <FieldFrame label={t('filter.operator')}>
        {(framed) => (
          <Select
            {...framed}
            autoFocus={isFocused}
            value={question}
            onChange={(event) => {
              const next = event.target.value as Question
              // What was filled in stays where the next question takes as much.
              onChange({ question: next, values: shapeOf(next) === shape ? values : [] })
            }}
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
          problems={problems(values[0] === undefined)}
          onChange={setValue(0)}
        />
      )}
      {shape === 'period' && (
        <PeriodInput
          label={t('filter.value')}
          value={values[0]}
          problems={problems(values[0] === undefined)}
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
              problems={problems(values[index] === undefined)}
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
          problems={problems(values.length === 0)}
          onChange={setValues}
        />
      )}
    </>
  )
}

/** The questions about a field, for oneself too where a person may be meant. */
function useQuestions(field: ModelField): readonly Question[] {
  const models = useModels()
  const questions = questionsOf(field)
  return mayBeMe(field, models) ? ['isMe', ...questions] : questions
}

/** What a new condition begins with. */
export function beginTerm(field: ModelField): TermDraft {
  return { question: questionsOf(field)[0] ?? 'isNull', values: [] }
}

/** Makes the test of a condition as it is filled in; it gives undefined where a value is missing. */
export function useTermOf(): (path: string, field: ModelField, draft: TermDraft) => FilterTerm | undefined {
  const models = useModels()
  return (path, field, { question, values }) => {
    if (question === 'isMe') return meTerm(path, field, models)
    const given = givenValues(values, shapeOf(question))
    return given && termOf(path, question, given)
  }
}

/** The values for a question of a shape; undefined where one is missing. */
function givenValues(values: readonly (Json | undefined)[], shape: ValueShape): readonly Json[] | undefined {
  const wanted =
    shape === 'none' ? [] : shape === 'two' ? [values[0], values[1]] : shape === 'some' ? values : [values[0]]
  const given = wanted.filter((value) => value !== undefined)
  return given.length === wanted.length && (shape === 'none' || given.length > 0) ? given : undefined
}
