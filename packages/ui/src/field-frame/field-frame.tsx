/** What stands around an input: its label above, help and everything that is wrong with it below, all tied to it. */
import { type ReactNode, useId } from 'react'
import { Icon } from '../icon/icon.tsx'
import styles from './field-frame.module.css'

/** What an input takes over from its frame. */
export interface FramedInput {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** The properties of a frame. */
export interface FieldFrameProps {
  readonly label: ReactNode
  /** One sentence under the input. */
  readonly help?: ReactNode
  /** What is wrong, in the person's language; empty or absent: nothing. */
  readonly problems?: readonly string[] | undefined
  /** The word beside the label of a field that must be filled in; absent: it may be empty. */
  readonly required?: string | undefined
  /** The input holds several controls (a choice among radio buttons), so the label names a group. */
  readonly group?: boolean
  readonly children: (input: FramedInput) => ReactNode
}

/** A label, an input, its help and its problems. */
export function FieldFrame({ label, help, problems = [], required, group = false, children }: FieldFrameProps) {
  const id = useId()
  const helpId = help ? `${id}help` : undefined
  const problemId = problems.length > 0 ? `${id}problem` : undefined
  const input: FramedInput = {
    id,
    'aria-describedby': [problemId, helpId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': problems.length > 0 ? true : undefined,
    'aria-required': required ? true : undefined,
  }
  const words = (
    <>
      {label} {required && <span className={styles.required}>{required}</span>}
    </>
  )
  const below = (
    <>
      {problemId && (
        <div id={problemId}>
          {problems.map((problem) => (
            <p key={problem} className={styles.problem}>
              <Icon name="alert" />
              {problem}
            </p>
          ))}
        </div>
      )}
      {helpId && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset className={styles.frame} aria-describedby={input['aria-describedby']}>
        <legend className={styles.label}>{words}</legend>
        {children(input)}
        {below}
      </fieldset>
    )
  }
  return (
    <div className={styles.frame}>
      <label className={styles.label} htmlFor={id} onClick={() => enterParts(id)}>
        {words}
      </label>
      {children(input)}
      {below}
    </div>
  )
}

/** Where the input is made of parts, which no label can name, its label leads to the first of them. */
function enterParts(id: string): void {
  const input = document.getElementById(id)
  if (input && !('labels' in input)) input.querySelector<HTMLElement>('[role="spinbutton"]')?.focus()
}
