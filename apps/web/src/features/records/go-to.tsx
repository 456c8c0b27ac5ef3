/** Goes to a place in a list by what it is sorted by: a letter, a number, a day. */
import { fromLocalMoment } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, sortTerms } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { type FormEvent, useId, useState } from 'react'
import { errorCode, errorText } from '../problems/error-text.ts'
import styles from './go-to.module.css'
import type { RecordList } from './use-record-list.ts'

/** The properties. */
export interface GoToProps {
  readonly model: Model
  readonly sort: string | undefined
  readonly list: RecordList
}

/** The button, and the place to be filled in. */
export function GoTo({ model, sort, list }: GoToProps) {
  const { t, language, format } = useLocale()
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const term = firstTerm(model, sort)
  if (!term) return null
  const { field, descending } = term
  const label = labelIn(field.label, language)
  const isDay = field.references === undefined && (field.column.kind === 'date' || field.column.kind === 'timestamp')
  const wrong = t('goTo.wrong', { field: label })
  const submit = async (event: FormEvent, close: () => void) => {
    event.preventDefault()
    const isWord = field.references !== undefined || field.kind.sortsAsWords === true
    const parsed = isDay || isWord ? undefined : field.kind.fromText(text.trim(), field.options)
    if (parsed && !parsed.ok) {
      setProblem(wrong)
      return
    }
    const value = parsed?.ok ? field.kind.toText(parsed.value, field.options) : text.trim()
    const isMoment = isDay && field.column.kind === 'timestamp'
    // Read downwards, a day begins with its last moment.
    const onClock = descending ? `${text}T23:59:59.999` : `${text}T00:00`
    try {
      if (await list.goTo(isMoment ? fromLocalMoment(onClock, format.timeZone) : value)) close()
    } catch (error) {
      setProblem(errorCode(error) === 'malformed' ? wrong : errorText(t, error))
    }
  }
  return (
    <Popover
      label={t('goTo.title', { field: label })}
      placement="above"
      onOpen={(content) => content.querySelector('input')?.focus()}
      trigger={(trigger) => (
        <Button variant="quiet" icon="sort" {...trigger}>
          {t('goTo.open')}
        </Button>
      )}
    >
      {(close) => (
        <form className={styles.form} onSubmit={(event) => void submit(event, close)}>
          <label htmlFor={id}>{t('goTo.title', { field: label })}</label>
          <div className={styles.line}>
            <TextInput
              id={id}
              type={isDay ? 'date' : 'text'}
              // Otherwise a year may have six digits there.
              {...(isDay && { max: '9999-12-31' })}
              value={text}
              aria-invalid={problem !== undefined || undefined}
              aria-describedby={problem === undefined ? undefined : `${id}wrong`}
              onChange={(event) => {
                setText(event.target.value)
                setProblem(undefined)
              }}
            />
            <Button variant="primary" type="submit" disabled={text.trim() === ''}>
              {t('goTo.go')}
            </Button>
          </div>
          {problem !== undefined && (
            <p id={`${id}wrong`} role="alert" className={styles.wrong}>
              {problem}
            </p>
          )}
        </form>
      )}
    </Popover>
  )
}

/** What the list is sorted by first. */
function firstTerm(model: Model, sort: string | undefined) {
  const [asked] = sort === undefined ? [] : sortTerms(sort)
  const [own] = model.sort
  const field = asked ? model.field(asked.name) : (own?.field ?? model.key[0])
  return field && { field, descending: asked?.descending ?? own?.descending ?? false }
}
