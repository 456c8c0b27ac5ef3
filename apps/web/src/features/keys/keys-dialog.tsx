/** Lists the keys that do something on the screen beneath. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { KeyCap } from '@haykal/ui/key-cap/key-cap.tsx'
import { useState } from 'react'
import { usePreferences } from '../preferences/use-preferences.ts'
import { capsOf } from './key-text.ts'
import styles from './keys-dialog.module.css'
import { keysOfScreen } from './use-keys.ts'

const texts = {
  palette: 'keys.palette',
  search: 'keys.search',
  filter: 'keys.filter',
  next: 'keys.next',
  previous: 'keys.previous',
  open: 'keys.open',
  create: 'keys.create',
  edit: 'keys.edit',
  save: 'keys.save',
  undo: 'keys.undo',
  redo: 'keys.redo',
  close: 'keys.close',
  help: 'keys.help',
} as const

/** The dialog. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale()
  const { keys: areSinglesOn } = usePreferences()
  const [names] = useState(keysOfScreen)
  return (
    <Dialog
      title={t('keys.title')}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('app.close')}
        </Button>
      }
    >
      <dl className={styles.keys}>
        {names.map((name) => (
          <div key={name} className={styles.line}>
            <dt>{t(texts[name])}</dt>
            <dd dir="ltr">
              {capsOf(name).map((cap) => (
                <KeyCap key={cap}>{cap}</KeyCap>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{areSinglesOn ? t('keys.layout') : t('keys.off')}</p>
    </Dialog>
  )
}
