/** A stock as a number, a bar and a word. */
import { useLabel, useLocale } from 'haykal/web'
import type { CSSProperties } from 'react'
import styles from './stock-level.module.css'
import { type StockState, stockShare, stockState } from './stock-level.ts'

const words = {
  out: { en: 'Sold out', ar: 'نفد' },
  low: { en: 'Low', ar: 'منخفض' },
  enough: { en: 'In stock', ar: 'متوفر' },
} as const satisfies { readonly [State in StockState]: { readonly en: string; readonly ar: string } }

/** The level of a stock. */
export function StockLevel({ stock, reorderAt }: { readonly stock: number; readonly reorderAt: number }) {
  const label = useLabel()
  const { format } = useLocale()
  const state = stockState(stock, reorderAt)
  const share = { '--share': stockShare(stock, reorderAt) } as CSSProperties
  return (
    <span className={styles.level} data-state={state}>
      <span>{format.number(stock)}</span>
      <span className={styles.word}>{label(words[state])}</span>
      <span className={styles.bar} style={share} aria-hidden="true" />
    </span>
  )
}
