/** Goes to a place in a list by what it is sorted by: a letter, a number, a day. */
import { fromLocalMoment } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, sortTerms } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { type FormEvent, useId, useState } from 'react'
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
  const [isWrong, setWrong] = useState(false)
  const term = firstTerm(model, sort)
  if (!term) return null
  const { field, descending } = term
  const label = labelIn(field.label, language)
  const isDay = field.references === undefined && (field.column.kind === 'date' || field.column.kind === 'timestamp')
  const submit = async (event: FormEvent, close: () => void) => {
    event.preventDefault()
    const isWord = field.references !== undefined || field.kind.sortsAsWords === true
    const parsed = isDay || isWord ? undefined : field.kind.fromText(text.trim(), field.options)
    if (parsed && !parsed.ok) {
      setWrong(true)
      return
    }
    const value = parsed?.ok ? field.kind.toText(parsed.value, field.options) : text.trim()
    const isMoment = isDay && field.column.kind === 'timestamp'
    // Read downwards, a day begins with its last moment.
    const onClock = descending ? `${text}T23:59:59.999` : `${text}T00:00`
    if (await list.goTo(isMoment ? fromLocalMoment(onClock, format.timeZone) : value)) close()
    else setWrong(true)
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
              value={text}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? `${id}wrong` : undefined}
              onChange={(event) => {
                setText(event.target.value)
                setWrong(false)
              }}
            />
            <Button variant="primary" type="submit" disabled={text.trim() === ''}>
              {t('goTo.go')}
            </Button>
          </div>
          {isWrong && (
            <p id={`${id}wrong`} role="alert" className={styles.wrong}>
              {t('goTo.wrong', { field: label })}
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
