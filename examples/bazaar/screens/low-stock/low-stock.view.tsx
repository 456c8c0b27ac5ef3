/** The page of products that are running out. */
import { Blank, Button, TextInput, useAddressText, useEndpoint, useLabel, useLocale } from 'haykal/web'
import { useId } from 'react'
import { lowStock } from '../../endpoints/low-stock/low-stock.ts'
import styles from './low-stock.module.css'
import { lowStockScreen } from './low-stock.ts'
import { LowStockTable } from './low-stock-table.view.tsx'
import { words } from './low-stock-words.ts'

const usual = 10

/** Low stock. The limit stands in the address, so that a link shows the same list. */
export function Screen() {
  const label = useLabel()
  const { format } = useLocale()
  const [written, setWritten] = useAddressText('below')
  const below = limitOf(written)
  const input = useId()
  const { data: page, error, refetch } = useEndpoint(lowStock, { below })
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{label(lowStockScreen.label)}</h1>
        <p>{label(words.lead)}</p>
        <div className={styles.tools}>
          <span className={styles.limit}>
            <label htmlFor={input}>{label(words.below)}</label>
            <TextInput
              id={input}
              type="number"
              inputMode="numeric"
              min={1}
              max={10_000}
              defaultValue={below}
              onChange={(event) => setWritten(event.target.value)}
            />
          </span>
          <span role="status">{page && `${label(words.count)}: ${format.number(page.data.length)}`}</span>
        </div>
      </header>
      {error && !page ? (
        <Blank
          alert
          icon="alert"
          title={label(words.failed)}
          text={label(words.failedText)}
          actions={<Button onClick={() => void refetch()}>{label(words.retry)}</Button>}
        />
      ) : page?.data.length === 0 ? (
        <Blank icon="check" title={label(words.enough)} text={label(words.enoughText)} />
      ) : (
        <LowStockTable products={page?.data} titles={page?.meta.titles ?? {}} />
      )}
    </div>
  )
}

/** What an address asks for; the usual limit where it asks for nothing that makes sense. */
function limitOf(text: string): number {
  const limit = Number(text)
  return /^\d+$/.test(text) && limit >= 1 && limit <= 10_000 ? limit : usual
}
