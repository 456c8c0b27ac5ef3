/** The button: one primary on a screen, plain ones beside it, quiet ones everywhere else. */
import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import styles from './button.module.css'

/** How much a button asks to be pressed. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

/** What decides the look of a button, and of a link that looks like one. */
export interface ButtonLook {
  /** Absent: plain. */
  readonly variant?: ButtonVariant
  /** As wide as what holds it, and taller: the one button of a small form. */
  readonly wide?: boolean
  /** Only an icon, square. */
  readonly iconOnly?: boolean
}

/** The class of a button, for links that look like one. */
export function buttonClass({ variant = 'plain', wide = false, iconOnly = false }: ButtonLook = {}): string {
  return classNames(
    styles.button,
    variant !== 'plain' && styles[variant],
    wide && styles.wide,
    iconOnly && styles.iconOnly,
  )
}

/** The properties of a button. */
export interface ButtonProps extends Omit<ButtonLook, 'iconOnly'>, ButtonHTMLAttributes<HTMLButtonElement> {
  /** The name of an icon before the words. */
  readonly icon?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export function Button({ variant, wide, icon, className, children, type = 'button', ...rest }: ButtonProps) {
  const look = buttonClass({ ...(variant && { variant }), ...(wide && { wide }) })
  return (
    <button {...rest} type={type} className={classNames(look, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** The properties of a button that is only an icon. */
export interface IconButtonProps extends Omit<ButtonProps, 'wide' | 'children'> {
  readonly icon: string
  /** What it does, for those who do not see the icon; also shown on hover. */
  readonly label: string
}

/** A button that is only an icon. */
export function IconButton({ variant = 'quiet', icon, label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(buttonClass({ variant, iconOnly: true }), className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
