/** The button: one primary on a screen, plain ones beside it, quiet ones everywhere else. */
import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { KeyCap } from '../key-cap/key-cap.tsx'
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
  /** The keys that do the same, as they stand on their caps; `aria-keyshortcuts` tells them to screen readers. */
  readonly cap?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export function Button({ variant, wide, icon, cap, className, children, type = 'button', ...rest }: ButtonProps) {
  const look = buttonClass({ ...(variant && { variant }), ...(wide && { wide }) })
  return (
    <button {...rest} type={type} className={classNames(look, className)}>
      {icon && <Icon name={icon} />}
      {children}
      {cap && <KeyCap>{cap}</KeyCap>}
    </button>
  )
}

/** The properties of a button that is only an icon. */
export interface IconButtonProps extends Omit<ButtonProps, 'wide' | 'children'> {
  readonly icon: string
  /** What it does, for those who do not see the icon; shown on hover and on focus. */
  readonly label: string
}

/** A button that is only an icon; its name is shown by `serveTooltips`. */
export function IconButton(properties: IconButtonProps) {
  const { variant = 'quiet', icon, label, cap, className, type = 'button', ...rest } = properties
  return (
    <button
      {...rest}
      type={type}
      className={classNames(buttonClass({ variant, iconOnly: true }), className)}
      aria-label={label}
      data-tooltip={label}
      data-tooltip-cap={cap}
    >
      <Icon name={icon} />
    </button>
  )
}
