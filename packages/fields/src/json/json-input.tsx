/** Reads and fills in JSON, written so that people can follow it. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { TextArea } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { typingAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { useTyped } from '../use-typed.ts'
import { jsonKind } from './json.ts'

const indent = 2

function JsonInput(properties: InputProps) {
  const { field } = properties
  const { text, type, tidy } = useTyped(properties, {
    write: (value) => JSON.stringify(value, null, indent),
    read: (typed) => jsonKind.fromText(typed, field.options),
  })
  return (
    <TextArea
      {...typingAttributes(properties)}
      dir="ltr"
      className={styles.code}
      spellCheck={false}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={tidy}
    />
  )
}

function Structure({ value, field }: CellProps) {
  const { language } = useLocale()
  if (value === null) return null
  const text = JSON.stringify(value, null, indent)
  // An input that cannot be changed: it scrolls, the keyboard reaches it, and its text can be copied.
  return (
    <TextArea dir="ltr" className={styles.code} readOnly aria-label={labelIn(field.label, language)} value={text} />
  )
}

/** How JSON stands on a record's page. */
export const jsonInput: FieldInput = { Input: JsonInput, Show: Structure }
