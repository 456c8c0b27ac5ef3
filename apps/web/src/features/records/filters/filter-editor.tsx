/** Makes a new filter: first the field, then what is asked of it. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'
import type { FilterTerm } from '../list-search.ts'
import { FilterForm } from './filter-form.tsx'
import styles from './filters.module.css'
import { questionsOf } from './operators.ts'

/** The properties of the editor. */
export interface FilterEditorProps {
  readonly model: Model
  readonly onApply: (term: FilterTerm) => void
}

/** Fields beyond which a search box helps. */
const manyFields = 8

const focus = (element: HTMLElement | null) => element?.focus()

/** The editor. */
export function FilterEditor({ model, onApply }: FilterEditorProps) {
  const { language } = useLocale()
  const [field, setField] = useState<ModelField>()
  if (!field) return <FieldChoice model={model} onChoose={setField} />
  return <FilterForm path={field.name} field={field} label={labelIn(field.label, language)} onApply={onApply} />
}

function FieldChoice({ model, onChoose }: { readonly model: Model; readonly onChoose: (field: ModelField) => void }) {
  const { t, language } = useLocale()
  const [text, setText] = useState('')
  const fields = model.fields.filter((field) => !field.isHidden && questionsOf(field).length > 0)
  const found = fields.filter((field) =>
    labelIn(field.label, language).toLowerCase().includes(text.trim().toLowerCase()),
  )
  return (
    <>
      {fields.length > manyFields && (
        <div className={styles.find}>
          <TextInput
            type="search"
            autoFocus
            value={text}
            placeholder={t('filter.find')}
            aria-label={t('filter.find')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found[0]) onChoose(found[0])
            }}
          />
        </div>
      )}
      <ul className={styles.fields} aria-label={t('filter.title')}>
        {found.map((field, index) => (
          <li key={field.name}>
            <button
              type="button"
              className={styles.item}
              ref={index === 0 && fields.length <= manyFields ? focus : undefined}
              onClick={() => onChoose(field)}
            >
              <bdi>{labelIn(field.label, language)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={styles.none}>
          <Icon name="search" /> {t('filter.noField', { text })}
        </p>
      )}
    </>
  )
}
