/** Finds a record by what it is called. */

import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, type Model, type ModelField } from '@haykal/model'
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
  /** The relation that would point to the record. */
  readonly field: ModelField
  /** What the relation holds for the record that is chosen. */
  readonly value: Json | undefined
  readonly problems: readonly string[]
  readonly onChange: (key: Json | undefined) => void
}

/** The picker: a search box over what it finds. */
export function RecordPicker(properties: RecordPickerProps) {
  const { t } = useLocale()
  const model = useModels().get(properties.field.references ?? '')
  return model ? <FoundRecords {...properties} model={model} /> : <p className={styles.none}>{t('list.refusedText')}</p>
}

interface FoundRecordsProps extends RecordPickerProps {
  readonly model: Model
}

function FoundRecords({ label, model, field, value, problems, onChange }: FoundRecordsProps) {
  const { t, language } = useLocale()
  const [text, setText] = useState('')
  const options = foundRecordsOptions(useClient(), { model, field }, useDeferredValue(text))
  const { data: found } = useQuery({ ...options, placeholderData: keepPreviousData })
  const chosen = useTitleOf(field, value ?? null)
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
