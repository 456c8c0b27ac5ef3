/** Finds a record by what it is called. */

import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, type Model } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useDeferredValue, useState } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import { foundRecordsOptions } from '../found-records.ts'
import { inSentence } from '../list-head.tsx'
import { useTitleOf } from '../use-title-of.ts'
import styles from './filters.module.css'

/** The properties of the picker. */
export interface RecordPickerProps {
  readonly label: string
  /** The name of the model that the record belongs to. */
  readonly model: string
  /** The key of the record that is chosen. */
  readonly value: Json | undefined
  readonly problems: readonly string[]
  readonly onChange: (key: Json | undefined) => void
}

/** The picker: a search box over what it finds. */
export function RecordPicker({ model: name, ...rest }: RecordPickerProps) {
  const { t } = useLocale()
  const model = useModels().get(name)
  return model ? <FoundRecords {...rest} model={model} /> : <p className={styles.none}>{t('list.refusedText')}</p>
}

interface FoundRecordsProps extends Omit<RecordPickerProps, 'model'> {
  readonly model: Model
}

function FoundRecords({ label, model, value, problems, onChange }: FoundRecordsProps) {
  const { t, language } = useLocale()
  const [text, setText] = useState('')
  const options = foundRecordsOptions(useClient(), model, useDeferredValue(text))
  const { data: found } = useQuery({ ...options, placeholderData: keepPreviousData })
  const chosen = useTitleOf(model.name, value ?? null)
  return (
    <>
      <FieldFrame label={label} problems={problems} help={chosen && <bdi>{chosen}</bdi>}>
        {(framed) => (
          <TextInput
            {...framed}
            type="search"
            value={text}
            maxLength={200}
            placeholder={t('field.search', { models: inSentence(labelIn(model.plural, language)) })}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FieldFrame>
      <ul className={styles.found} aria-label={labelIn(model.plural, language)} aria-busy={found === undefined}>
        {found?.map(({ id, title, key }) => (
          <li key={id}>
            <button type="button" className={styles.item} aria-pressed={key === value} onClick={() => onChange(key)}>
              <bdi>{title}</bdi>
            </button>
          </li>
        ))}
        {found?.length === 0 && <li className={styles.none}>{t('field.noMatch', { text })}</li>}
      </ul>
    </>
  )
}
