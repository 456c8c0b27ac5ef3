/** Offers what was typed earlier and not saved; and says, in the form that goes on with it, what could not be put back. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { useEffect } from 'react'
import { useAnnounce } from '../shell/announcer.tsx'
import styles from './draft-banner.module.css'
import type { Continued } from './draft-content.ts'

/** The properties of the offer. */
export interface DraftBannerProps {
  readonly typedAt: string
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** The offer. */
export function DraftBanner({ typedAt, onContinue, onDiscard }: DraftBannerProps) {
  const { t, format } = useLocale()
  const isToday = format.dateTime(typedAt, day) === format.dateTime(Date.now(), day)
  const text = t('record.draftOffer', { time: format.dateTime(typedAt, isToday ? clock : undefined) })
  useAnnounced(text)
  return (
    <Banner
      icon="edit"
      action={
        <>
          <Button variant="quiet" onClick={onDiscard}>
            {t('record.draftDiscard')}
          </Button>
          <Button onClick={onContinue}>{t('record.draftContinue')}</Button>
        </>
      }
    >
      <span className={styles.text}>{text}</span>
    </Banner>
  )
}

const day: Intl.DateTimeFormatOptions = { dateStyle: 'short' }
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

/** The properties of the note. */
export interface DraftNoteProps {
  readonly model: Model
  readonly continued: Continued
}

/** The note; nothing where everything was put back. */
export function DraftNote({ model, continued: { notKept, gone } }: DraftNoteProps) {
  const { t, language, format } = useLocale()
  const labels = (names: readonly string[]) =>
    format.list(names.map((name) => labelIn(model.field(name)?.label ?? name, language)))
  const texts = [
    ...(notKept.length > 0 ? [t('record.draftNotKept', { fields: labels(notKept.map(({ name }) => name)) })] : []),
    ...(gone.length > 0 ? [t('record.draftGone', { fields: labels(gone) })] : []),
  ]
  useAnnounced(texts.join(' '))
  return texts.length > 0 && <Banner icon="info">{texts.join(' ')}</Banner>
}

function useAnnounced(text: string): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (text !== '') announce(text)
  }, [announce, text])
}
