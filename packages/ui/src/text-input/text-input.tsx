/** One line of text, or several; whoever types in another script than the page's gets the right direction. */
import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react'
import { classNames } from '../class-names.ts'
import styles from './text-input.module.css'

/** The properties of a line of text. */
export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** Taller: for forms of two or three fields. */
  readonly large?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** The class that gives another element the look of an input. */
export const inputClass = styles.input ?? ''

/** A line of text. */
export function TextInput({ large = false, className, dir, ...rest }: TextInputProps) {
  return (
    <input
      {...rest}
      dir={dir ?? directionOf(rest.value)}
      className={classNames(styles.input, large && styles.large, className)}
    />
  )
}

/** The properties of a text of several lines. */
export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** A text of several lines; grows with what is typed. */
export function TextArea({ className, dir, ...rest }: TextAreaProps) {
  return <textarea {...rest} dir={dir ?? directionOf(rest.value)} className={classNames(styles.input, className)} />
}

/** What is written decides; where nothing is, the page does. */
function directionOf(value: unknown): 'auto' | undefined {
  return value === '' ? undefined : 'auto'
}
