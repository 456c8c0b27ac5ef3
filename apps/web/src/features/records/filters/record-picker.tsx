/** Finds a record by what it is called. */

import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, type Model, recordId } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useDeferredValue, useState } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import { inSentence } from '../list-head.tsx'
import { recordsKey } from '../record-pages.ts'
import { useTitleOf } from '../use-title-of.ts'
import styles from './filters.module.css'

const shownAtOnce = 20

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
export function RecordPicker({ label, model: name, value, problems, onChange }: RecordPickerProps) {
  const { t, language } = useLocale()
  const model = useModels().get(name)
  const [text, setText] = useState('')
  const found = useFound(model, useDeferredValue(text.trim()))
  const chosen = useTitleOf(name, value ?? null)
  if (!model) return <p className={styles.none}>{t('list.refusedText')}</p>
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

/** The first records that match; undefined until something has been answered. */
function useFound(model: Model | undefined, q: string) {
  const client = useClient()
  const query = { q, limit: shownAtOnce, count: 'none', fields: model ? [model.title.name] : [] } as const
  const { data } = useQuery({
    queryKey: [...recordsKey(model?.name ?? ''), 'found', query],
    queryFn: ({ signal }) => client.call('listRecords', { path: { model: model?.name ?? '' }, query, signal }),
    enabled: model !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    model &&
    data?.data.map((record) => {
      const value = record[model.title.name] ?? null
      const through = model.title.references
      const title = through === undefined ? value : (data.meta.titles[through]?.[String(value)] ?? value)
      return { id: recordId(model, record), key: record[model.key[0]?.name ?? ''] ?? null, title: String(title ?? '') }
    })
  )
}
