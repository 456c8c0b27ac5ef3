/** Fills in a choice: from a list, or where it is open by typing, with the known values suggested. */
import { useLocale } from '@haykal/messages/react'
import { accept, type Json, labelIn } from '@haykal/model'
import { Select } from '@haykal/ui/select/select.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import type { FieldInput, InputProps } from '../field-input.ts'
import { inputAttributes, typingAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { plainText } from '../plain-value.tsx'
import { useTyped } from '../use-typed.ts'
import { type ChoiceOptions, choicesOf, isNumeric } from './choice-options.ts'

function ChoiceInput(properties: InputProps) {
  const options = properties.field.options as unknown as ChoiceOptions
  return options.isOpen === true ? <OpenChoice {...properties} /> : <ClosedChoice {...properties} />
}

function ClosedChoice(properties: InputProps) {
  const { field, value, placeholder, onChange } = properties
  const { t, language } = useLocale()
  const choices = choicesOf(field.options as unknown as ChoiceOptions)
  const isKnown = choices.some((each) => each.value === value)
  const choose = (text: string) => {
    const chosen = choices.find((each) => String(each.value) === text)
    // What is offered beside the choices is the value that is there already.
    onChange(text === '' ? null : (chosen?.value ?? value))
  }
  return (
    <Select
      {...inputAttributes(properties)}
      value={value === null ? '' : plainText(value)}
      onChange={(event) => choose(event.target.value)}
    >
      {(value === null || !field.isRequired) && (
        <option value="">{placeholder ?? (field.isRequired ? t('field.choose') : t('field.notSet'))}</option>
      )}
      {!isKnown && value !== null && <option value={plainText(value)}>{plainText(value)}</option>}
      {choices.map((each) => (
        <option key={each.value} value={String(each.value)}>
          {labelIn(each.label, language)}
        </option>
      ))}
    </Select>
  )
}

function OpenChoice(properties: InputProps) {
  const { id, field } = properties
  const { language } = useLocale()
  const options = field.options as unknown as ChoiceOptions
  const named = choicesOf(options).map(({ value, label }) => ({ value, words: labelIn(label, language) }))
  const wordsOf = (value: Json) => named.find((each) => each.value === value)?.words
  const { text, type, tidy } = useTyped(properties, {
    write: (value) => wordsOf(value) ?? plainText(value),
    read(typed) {
      const chosen = named.find((each) => each.words === typed.trim())
      return chosen ? accept(chosen.value) : field.kind.fromText(typed, field.options)
    },
  })
  return (
    <>
      <TextInput
        {...typingAttributes(properties)}
        className={styles.line}
        list={`${id}-known`}
        value={text}
        inputMode={isNumeric(options) ? 'numeric' : undefined}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onBlur={tidy}
      />
      <datalist id={`${id}-known`}>
        {named.map(({ value, words }) => (
          <option key={value} value={words} />
        ))}
      </datalist>
    </>
  )
}

/** How a choice stands on a record's page. */
export const choiceInput: FieldInput = { Input: ChoiceInput }
