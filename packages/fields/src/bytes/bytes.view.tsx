/** How bytes look: nobody reads them, so their size. */
import { useLocale } from '@haykal/messages/react'
import styles from '../cells.module.css'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue } from '../plain-value.tsx'
import { byteLength, bytesKind } from './bytes.ts'

function BytesCell({ value, field }: CellProps) {
  const bytes = bytesKind.parse(value, field.options)
  if (!bytes.ok) return <PlainValue value={value} />
  return <Size bytes={byteLength(bytes.value)} />
}

/** An amount of bytes in the unit that fits. */
export function Size({ bytes }: { readonly bytes: number }) {
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
