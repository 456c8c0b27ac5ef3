/** Fills in times of the day: typed in any of the usual ways; on a phone, with the wheels that it has. */
import { useLocale } from '@haykal/messages/react'
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes, typingAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { plainText } from '../plain-value.tsx'
import { useTyped } from '../use-typed.ts'
import { clockOf, timeKind } from './time.ts'

const useIsTouched = mediaQueryHook('(pointer: coarse)')

function ClockInput(properties: InputProps) {
  const { field, value, onFault } = properties
  const { format } = useLocale()
  const isSound = value === null || timeKind.parse(value, {}).ok
  const isNative = useIsTouched() && isSound
  const { text, type, tidy } = useTyped(properties, {
    write: (written) => {
      if (isNative || !isSound) return plainText(written)
      const { moment, options } = clockOf(String(written))
      return format.dateTime(moment, options)
    },
    read: (typed) => field.kind.fromText(typed, field.options),
  })
  if (!isNative) {
    return (
      <TextInput
        {...typingAttributes(properties)}
        className={styles.line}
        value={text}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onBlur={tidy}
      />
    )
  }
  return (
    <TextInput
      {...inputAttributes(properties)}
      type="time"
      // In whole minutes, a browser would refuse the seconds that a value has.
      step={text.length > 5 ? 1 : undefined}
      className={styles.moment}
      value={text}
      onChange={(event) => {
        if (event.target.validity.badInput) onFault({ code: 'bad_time' })
        else type(event.target.value)
      }}
    />
  )
}

/** How times of the day stand on a record's page. */
export const timeInput: FieldInput = { Input: ClockInput }
