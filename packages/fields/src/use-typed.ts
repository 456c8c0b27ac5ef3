/** Keeps what is being typed apart from the value that it means: half a number is no value yet, and nothing to correct. */
import type { Json, Parsed } from '@haykal/model'
import { useState } from 'react'
import type { InputProps } from './field-input.ts'

/** How values are written into the input, and read from it. */
export interface Writing {
  write(value: Json): string
  read(text: string): Parsed<Json>
}

/** What a text input shows and calls. */
export interface Typed {
  readonly text: string
  readonly type: (text: string) => void
  /** Writes the value in its proper form, once the person has gone on. */
  readonly tidy: () => void
}

/** The text of an input whose value is `value`; read anew where the value was changed from outside. */
export function useTyped(
  { value, onChange, onFault }: Pick<InputProps, 'value' | 'onChange' | 'onFault'>,
  { write, read }: Writing,
): Typed {
  const written = (of: Json) => (of === null ? '' : write(of))
  const [typed, setTyped] = useState({ text: written(value), of: value })
  const isStale = JSON.stringify(typed.of) !== JSON.stringify(value)
  if (isStale) setTyped({ text: written(value), of: value })

  const type = (text: string) => {
    const parsed: Parsed<Json> = text.trim() === '' ? { ok: true, value: null } : read(text)
    setTyped({ text, of: parsed.ok ? parsed.value : value })
    if (parsed.ok) onChange(parsed.value)
    else onFault(parsed.fault)
  }
  const tidy = () => {
    const parsed = read(typed.text)
    if (parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(value)) setTyped({ text: write(value), of: value })
  }
  return { text: isStale ? written(value) : typed.text, type, tidy }
}
