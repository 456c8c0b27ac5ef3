/** How bytes look: nobody reads them, so their size. */
import { useLocale } from '@haykal/messages/react'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { sizeOf } from './size-of.ts'

function BytesCell({ value }: CellProps) {
  const size = sizeOf(value)
  return size === undefined ? <PlainValue value={value} /> : <Size bytes={size} />
}

/** An amount of bytes in the unit that fits. */
function Size({ bytes }: { readonly bytes: number }) {
  const { t, format } = useLocale()
  const rounded = (size: number) => format.number(size, { maximumSignificantDigits: 3 })
  const text =
    bytes < 1000
      ? t('field.bytes', { count: bytes })
      : bytes < 1_000_000
        ? t('field.kilobytes', { size: rounded(bytes / 1000) })
        : t('field.megabytes', { size: rounded(bytes / 1_000_000) })
  return <span className={styles.quiet}>{text}</span>
}

/** The view of bytes. */
export const bytesView: FieldView = { Cell: BytesCell }
