/** The fields of a model that is corrected: each a line that opens where it stands. */
import { useLocale } from '@haykal/messages/react'
import { type FieldDefinition, type ModelDefinition, pointerTo } from '@haykal/model'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'
import styles from './correction.module.css'
import { CorrectionField } from './correction-field.tsx'
import { nameOfField } from './correction-model.tsx'
import type { CorrectionForm } from './use-correction.ts'

/** Fields beyond which a search box helps. */
const manyFields = 12

/** The properties of the fields. */
export interface CorrectionFieldsProps {
  readonly guess: ModelDefinition
  readonly form: CorrectionForm
  /** By field, what else it could hold. */
  readonly alternatives: { readonly [field: string]: readonly FieldDefinition[] }
  readonly nameOf: (model: string) => string
}

/** The fields. */
export function CorrectionFields({ guess, form, alternatives, nameOf }: CorrectionFieldsProps) {
  const { t, language } = useLocale()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const names = Object.keys(guess.fields)
  const isFound = (name: string) =>
    [name, nameOfField(guess.fields, name, language)].some((each) => each.toLowerCase().includes(wanted))
  return (
    <section className={styles.fields} aria-labelledby="correction-fields">
      <h3 id="correction-fields" className={styles.legend}>
        {t('adoption.allFields')}
      </h3>
      {names.length > manyFields && (
        <TextInput
          type="search"
          value={text}
          placeholder={t('adoption.findField')}
          aria-label={t('adoption.findField')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      )}
      <ul>
        {names.filter(isFound).map((name) => {
          const field = guess.fields[name]
          return (
            field && (
              <CorrectionField
                key={name}
                name={name}
                guess={guess}
                field={field}
                form={form}
                problems={form.problemsAt(pointerTo('fields', name))}
                alternatives={Object.hasOwn(alternatives, name) ? (alternatives[name] ?? []) : []}
                nameOf={nameOf}
              />
            )
          )
        })}
      </ul>
    </section>
  )
}
