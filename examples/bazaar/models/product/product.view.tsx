/** How products look: stock as a level. */
import { modelNamed } from 'haykal'
import { type CellProps, defineModelView } from 'haykal/web'
import type { product } from './product.ts'
import { StockLevel } from './stock-level.view.tsx'

function StockCell({ value, record }: CellProps<typeof product, number | null>) {
  return value === null ? null : <StockLevel stock={value} reorderAt={record.reorderAt ?? 0} />
}

/** The view of products. */
export const productView = defineModelView(modelNamed<typeof product>('products'), {
  cells: { stock: StockCell },
})
