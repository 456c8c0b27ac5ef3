/** A select under its label: one of some values, or none of them. */
import { FieldFrame } from '../field-frame/field-frame.tsx'
import { Select } from './select.tsx'

/** The properties of the box. */
export interface SelectBoxProps<Value extends string> {
  readonly label: string
  /** What stands for none of the values. */
  readonly none: string
  readonly options: readonly { readonly value: Value; readonly text: string }[]
  /** Undefined: none of them. */
  readonly value: Value | undefined
  readonly onChoose: (value: Value | undefined) => void
}

/** The box. */
export function SelectBox<Value extends string>({ label, none, options, value, onChoose }: SelectBoxProps<Value>) {
  return (
    <FieldFrame label={label}>
      {(framed) => (
        <Select
          {...framed}
          value={value ?? ''}
          onChange={({ target }) => onChoose(options.find((option) => option.value === target.value)?.value)}
        >
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </Select>
      )}
    </FieldFrame>
  )
}
