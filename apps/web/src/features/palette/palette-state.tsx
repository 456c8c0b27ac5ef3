/** Says under the list, and to those who do not see it, how much was found and what stood in the way. */
import { useLocale } from '@haykal/messages/react'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import styles from './palette.module.css'
import type { Sections } from './use-sections.ts'

/** The properties of the state. */
export interface PaletteStateProps {
  /** What was typed. */
  readonly text: string
  readonly count: number
  readonly found: Sections
}

/** The state. */
export function PaletteState({ text, count, found: { isPending, isOffline, hasFailed } }: PaletteStateProps) {
  const { t } = useLocale()
  const isNothing = count === 0 && !isPending && text !== ''
  const trouble = isOffline ? t('palette.offline') : hasFailed ? t('palette.error') : undefined
  return (
    <>
      {isNothing && (
        <p className={styles.nothing}>
          {t('palette.none', { text })}
          <span>{t('palette.noneText')}</span>
        </p>
      )}
      {trouble && text !== '' && (
        <p className={styles.trouble}>
          <Icon name={isOffline ? 'offline' : 'alert'} />
          {trouble}
        </p>
      )}
      <p role="status" className="visually-hidden">
        {isPending || text === '' ? '' : [t('palette.count', { count }), trouble].filter(Boolean).join(' ')}
      </p>
    </>
  )
}
