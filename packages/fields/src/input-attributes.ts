/** What every native input takes over from the field that it fills in. */
import type { InputProps } from './field-input.ts'

/** The attributes that tie an input to its label, its help and its problems. */
export function inputAttributes(properties: InputProps) {
  return {
    id: properties.id,
    disabled: properties.isDisabled,
    'aria-describedby': properties['aria-describedby'],
    'aria-invalid': properties['aria-invalid'],
    'aria-required': properties['aria-required'],
  }
}

/** The same for inputs in which one types: with what stands in them while they are empty. */
export function typingAttributes(properties: InputProps) {
  return { ...inputAttributes(properties), placeholder: properties.placeholder }
}
