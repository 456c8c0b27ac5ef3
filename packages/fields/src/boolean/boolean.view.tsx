/** How a yes or no looks: a tick is found faster than a word, and its absence is said quietly. */
import { useLocale } from '@haykal/messages/react'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'

function BooleanCell({ value }: CellProps) {
  const { t } = useLocale()
  if (typeof value !== 'boolean') return <PlainValue value={value} />
  if (!value) return <span className={styles.quiet}>{t('app.no')}</span>
  return (
    <>
      <Icon name="check" className={styles.tick} />
      <span className="visually-hidden">{t('app.yes')}</span>
    </>
  )
}

/** The view of a yes or no. */
export const booleanView: FieldView = { Cell: BooleanCell }
