/** Some of a few values, each with a box. */
import type { Json, ModelField } from '@haykal/model'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { useState } from 'react'
import { RecordCell } from '../record-cell.tsx'
import styles from './filters.module.css'
import { optionsOf } from './operators.ts'

/** So many are seen at once. */
const longest = 7

/** The properties of the input. */
export interface OptionsInputProps {
  readonly label: string
  readonly field: ModelField
  readonly chosen: readonly Json[]
  readonly problems: readonly string[]
  readonly onChange: (chosen: readonly Json[]) => void
}

/** The input. Values that came from an address and are no options stay until they are unticked. */
export function OptionsInput({ label, field, chosen, problems, onChange }: OptionsInputProps) {
  const all = [...new Set([...(optionsOf(field) ?? []), ...chosen])]
  // Among many, what was chosen before would lie out of sight. Ticking moves nothing.
  const [first] = useState(() => (all.length > longest ? chosen : []))
  const options = [...new Set([...all.filter((option) => first.includes(option)), ...all])]
  return (
    <FieldFrame label={label} group problems={problems}>
      {() => (
        <div className={styles.options}>
          {options.map((option) => (
            <Checkbox
              key={String(option)}
              checked={chosen.includes(option)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, option] : chosen.filter((each) => each !== option))
              }
            >
              <RecordCell field={field} listed={{ record: { [field.name]: option }, titles: {} }} view={undefined} />
            </Checkbox>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
