/** One of a few options: the browser's own list, which every phone and screen reader knows. */
import type { Ref, SelectHTMLAttributes } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { inputClass } from '../text-input/text-input.tsx'
import styles from './select.module.css'

/** The properties of a select; its children are `<option>`s. */
export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly ref?: Ref<HTMLSelectElement>
}

/** A choice from a short list. */
export function Select({ className, children, ...rest }: SelectProps) {
  return (
    <span className={styles.frame}>
      <select {...rest} className={classNames(inputClass, styles.select, className)}>
        {children}
      </select>
      <Icon name="chevron" className={styles.arrow} />
    </span>
  )
}
