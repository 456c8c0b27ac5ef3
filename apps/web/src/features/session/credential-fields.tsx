/** The fields in which people say who they are; each shows what is wrong with it. */
import { useLocale } from '@haykal/messages/react'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { TextInput, type TextInputProps } from '@haykal/ui/text-input/text-input.tsx'
import { type KeyboardEvent, useState } from 'react'
import styles from './door.module.css'

interface LabelledProps extends TextInputProps {
  readonly label: string
  readonly help?: string
  readonly problems: readonly string[] | undefined
}

/** A labelled line of text. */
export function LineField({ label, help, problems, ...input }: LabelledProps) {
  return (
    <FieldFrame label={label} help={help} problems={problems}>
      {(framed) => <TextInput large required {...framed} {...input} />}
    </FieldFrame>
  )
}

/** A password, which can be looked at while it is typed. */
export function PasswordField({ label, help, problems, ...input }: LabelledProps) {
  const { t } = useLocale()
  const [isShown, setShown] = useState(false)
  const [isCapital, setCapital] = useState(false)
  const look = (event: KeyboardEvent) => setCapital(event.getModifierState('CapsLock'))
  return (
    <FieldFrame label={label} help={isCapital ? t('session.capsLock') : help} problems={problems}>
      {(framed) => (
        <div className={styles.password} dir="ltr">
          <TextInput
            large
            required
            dir="ltr"
            {...framed}
            {...input}
            type={isShown ? 'text' : 'password'}
            onKeyDown={look}
            onKeyUp={look}
            onBlur={() => setCapital(false)}
          />
          <IconButton
            className={styles.reveal}
            icon={isShown ? 'eyeOff' : 'eye'}
            label={isShown ? t('session.hidePassword') : t('session.showPassword')}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          />
        </div>
      )}
    </FieldFrame>
  )
}

/** As the server checks it (packages/auth); it has the last word. */
const shortestPassword = 8

/** A password that is being chosen. */
export function NewPasswordField(input: Omit<LabelledProps, 'label' | 'help'>) {
  const { t } = useLocale()
  const help = t('setup.passwordHelp', { min: shortestPassword })
  return <PasswordField label={t('session.password')} help={help} autoComplete="new-password" {...input} />
}
