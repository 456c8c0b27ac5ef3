/** Some of a few values, each with a box. */
import type { Json, ModelField } from '@haykal/model'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { RecordCell } from '../record-cell.tsx'
import styles from './filters.module.css'
import { optionsOf } from './operators.ts'

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
  const options = [...new Set([...(optionsOf(field) ?? []), ...chosen])]
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
