/** Shows a one-time address, the only time that it can be seen, with the button that copies it. */
import type { PersonLink } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useRef, useState } from 'react'
import { announce } from '../shell/announcer.tsx'
import styles from './people.module.css'

/** The properties of the dialog. */
export interface LinkDialogProps {
  /** Of the person it is for. */
  readonly name: string
  readonly link: PersonLink
  readonly onClose: () => void
}

/** The dialog. */
export function LinkDialog({ name, link, onClose }: LinkDialogProps) {
  const { t, format } = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const address = new URL(link.path, window.location.href).href
  const copy = async () => {
    input.current?.select()
    // Without a safe origin there is no clipboard: what is selected can be copied by hand.
    await navigator.clipboard?.writeText(address).then(
      () => {
        setCopied(true)
        announce(t('roster.copied'))
      },
      () => undefined,
    )
  }
  return (
    <Dialog
      alert
      title={t('roster.linkTitle', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('roster.done')}</Button>
          <Button variant="primary" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
            {isCopied ? t('roster.copied') : t('roster.copy')}
          </Button>
        </>
      }
    >
      <p className={styles.linkText}>{t('roster.linkText', { name, time: format.dateTime(link.expiresAt) })}</p>
      <FieldFrame label={t('roster.link')} help={t('roster.linkOnce')}>
        {(framed) => (
          <TextInput
            {...framed}
            ref={input}
            dir="ltr"
            readOnly
            className={styles.link}
            value={address}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FieldFrame>
    </Dialog>
  )
}
