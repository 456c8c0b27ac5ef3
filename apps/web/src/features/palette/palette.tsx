/** One box that leads everywhere: lists, records, pages, and what can be done. */
import { useLocale } from '@haykal/messages/react'
import { foldedWords } from '@haykal/model/fold-text'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { useModal } from '@haykal/ui/dialog/use-modal.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useId, useState } from 'react'
import styles from './palette.module.css'
import { PaletteOption } from './palette-option.tsx'
import { PaletteState } from './palette-state.tsx'
import { usePaletteKeys } from './use-palette-keys.ts'
import { useSections } from './use-sections.ts'

/** The properties of the palette. */
export interface PaletteProps {
  readonly onClose: () => void
  /** What it begins with. */
  readonly typed: string
  /** Enter was pressed after that already. */
  readonly isSent: boolean
}

/** The palette; open as long as it is rendered. */
export function Palette({ onClose, typed, isSent }: PaletteProps) {
  const { t } = useLocale()
  const [text, setText] = useState(typed)
  const found = useSections(text)
  const { sections } = found
  const entries = sections.flatMap((section) => section.entries)
  const keys = usePaletteKeys({ entries, text, isPending: found.isPending, sent: isSent ? typed : undefined, onClose })
  const modal = useModal(onClose)
  const id = useId()

  const words = foldedWords(text)
  const optionId = (key: string) => `${id}${entries.findIndex((entry) => entry.key === key)}`
  return (
    <dialog {...modal} className={styles.palette} aria-label={t('palette.title')}>
      <div className={styles.box}>
        <div className={styles.question}>
          <Icon name="search" />
          <input
            autoFocus
            type="text"
            role="combobox"
            className={styles.input}
            aria-label={t('palette.title')}
            aria-expanded={entries.length > 0}
            aria-controls={`${id}list`}
            aria-autocomplete="list"
            aria-activedescendant={keys.active === undefined ? undefined : optionId(keys.active)}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            dir="auto"
            maxLength={200}
            value={text}
            placeholder={t('shell.search')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={keys.onKeyDown}
          />
          <IconButton className={styles.close} icon="close" label={t('app.close')} onClick={onClose} />
        </div>
        <div id={`${id}list`} role="listbox" aria-label={t('palette.title')} className={styles.list}>
          {sections.map((section) => (
            <div key={section.key} role="group" aria-labelledby={`${id}${section.key}`}>
              <div id={`${id}${section.key}`} role="presentation" className={styles.heading}>
                {section.title}
              </div>
              {section.entries.map((entry) => (
                <PaletteOption
                  key={entry.key}
                  id={optionId(entry.key)}
                  entry={entry}
                  words={words}
                  isActive={entry.key === keys.active}
                  isPointed={keys.isPointed}
                  onPoint={() => keys.point(entry.key)}
                  onChoose={(inNewTab) => keys.choose(entry, inNewTab)}
                />
              ))}
              {section.entries.length === 0 && <Waiting />}
            </div>
          ))}
        </div>
        <PaletteState text={text.trim()} count={entries.length} found={found} />
      </div>
    </dialog>
  )
}

function Waiting() {
  return (
    <div className={styles.waiting} role="presentation">
      <Skeleton width="38%" />
      <Skeleton width="52%" />
      <Skeleton width="30%" />
    </div>
  )
}
