/** The fields of a model that is corrected: each a line that opens where it stands. */
import { useLocale } from '@haykal/messages/react'
import { type FieldCorrection, type FieldDefinition, type ModelDefinition, pointerTo } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'
import styles from './correction.module.css'
import { CorrectionField } from './correction-field.tsx'
import { nameOfField } from './correction-model.tsx'
import type { CorrectionForm } from './use-correction.ts'

/** Fields beyond which a search box helps. */
const manyFields = 12

// Always the same, so that a line whose field nobody touched is not drawn anew at every letter.
const nothingSaid: FieldCorrection = {}
const noAlternatives: readonly FieldDefinition[] = []

/** The properties of the fields. */
export interface CorrectionFieldsProps {
  readonly guess: ModelDefinition
  readonly form: CorrectionForm
  /** By field, what else it could hold. */
  readonly alternatives: { readonly [field: string]: readonly FieldDefinition[] }
  /** What a model is called; always the same function. */
  readonly nameOf: (model: string) => string
}

/** The fields. */
export function CorrectionFields({ guess, form, alternatives, nameOf }: CorrectionFieldsProps) {
  const { t, language } = useLocale()
  const [text, setText] = useState('')
  const wanted = foldText(text.trim())
  const fields = Object.entries(guess.fields)
  const isFound = (name: string) =>
    [name, nameOfField(guess.fields, name, language)].some((each) => foldText(each).includes(wanted))
  return (
    <section className={styles.fields} aria-labelledby="correction-fields">
      <h2 id="correction-fields" className={styles.legend}>
        {t('adoption.allFields')}
      </h2>
      {fields.length > manyFields && (
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
        {fields
          .filter(([name]) => isFound(name))
          .map(([name, field]) => (
            <CorrectionField
              key={name}
              name={name}
              guess={guess}
              field={field}
              said={own(form.draft.fields, name) ?? nothingSaid}
              onChange={form.change}
              problem={form.problemsAt(pointerTo('fields', name)).join(' ')}
              alternatives={own(alternatives, name) ?? noAlternatives}
              nameOf={nameOf}
            />
          ))}
      </ul>
    </section>
  )
}

function own<Value>(object: { readonly [name: string]: Value } | undefined, name: string): Value | undefined {
  return object && Object.hasOwn(object, name) ? object[name] : undefined
}
