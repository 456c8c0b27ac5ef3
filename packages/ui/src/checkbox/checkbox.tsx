/** Yes or no. */
import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from '../class-names.ts'
import styles from './checkbox.module.css'

/** The properties of a checkbox. */
export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  /** The words beside the box; absent: the label stands elsewhere. */
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLInputElement>
}

/** A checkbox with its words. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  const boxClass = classNames(styles.box, className)
  if (!children) return <input {...rest} type="checkbox" className={boxClass} />
  return (
    <label className={styles.label}>
      <input {...rest} type="checkbox" className={boxClass} />
      {children}
    </label>
  )
}
