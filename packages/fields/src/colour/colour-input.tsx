/** Fills in colours: picked, or typed as a code. */
import { useLocale } from '@haykal/messages/react'
import type { FieldInput, InputProps } from '../field-input.ts'
import styles from '../inputs.module.css'
import { LatinInput } from '../latin-input.tsx'
import { colourKind } from './colour.ts'

/** What the picker begins with where there is no colour yet. */
const beginning = '#808080'

function PatchInput(properties: InputProps) {
  const { t } = useLocale()
  const { label, value, onChange, isDisabled } = properties
  const parsed = colourKind.parse(value, {})
  return (
    <span className={styles.colour}>
      <input
        type="color"
        className={styles.picker}
        aria-label={t('field.pickColour', { field: label })}
        data-empty={parsed.ok ? undefined : ''}
        value={parsed.ok ? parsed.value : beginning}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      />
      <LatinInput {...properties} isCode />
    </span>
  )
}

/** How colours stand on a record's page. */
export const colourInput: FieldInput = { Input: PatchInput }
