/** The products that are running out, as a table; on a phone as a list of cards. */
import type { RecordOf } from 'haykal'
import { Link, recordPath, Skeleton, useLabel, useLocale } from 'haykal/web'
import type { product } from '../../models/product/product.ts'
import { StockLevel } from '../../models/product/stock-level.view.tsx'
import styles from './low-stock.module.css'
import { words } from './low-stock-words.ts'

/** The properties of the table. */
export interface LowStockTableProps {
  /** Undefined while the first answer is on its way. */
  readonly products: readonly RecordOf<typeof product>[] | undefined
  readonly titles: { readonly [model: string]: { readonly [key: string]: string } }
}

const placeholders = Array.from({ length: 8 }, (_, place) => `placeholder-${place}`)

/** The table. */
export function LowStockTable({ products, titles }: LowStockTableProps) {
  const label = useLabel()
  const { format, language } = useLocale()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{label(words.product)}</th>
          <th scope="col">{label(words.article)}</th>
          <th scope="col">{label(words.supplier)}</th>
          <th scope="col">{label(words.stock)}</th>
          <th scope="col" className={styles.amount}>
            {label(words.reorderAt)}
          </th>
        </tr>
      </thead>
      <tbody>
        {products?.map(({ id, name, arabicName, sku, supplier, stock, reorderAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={recordPath('products', id)}>
                <bdi>{language === 'ar' ? arabicName : name}</bdi>
              </Link>
            </th>
            <td className={styles.quiet}>
              <bdi>{sku}</bdi>
            </td>
            <td className={styles.supplier}>
              <bdi>{supplier === null ? '' : (titles.suppliers?.[supplier] ?? format.number(supplier))}</bdi>
            </td>
            <td>
              <StockLevel stock={stock} reorderAt={reorderAt} />
            </td>
            <td className={styles.amount} data-label={label(words.reorderAt)}>
              {format.number(reorderAt)}
            </td>
          </tr>
        )) ??
          placeholders.map((key) => (
            <tr key={key}>
              <td colSpan={5}>
                <Skeleton />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
