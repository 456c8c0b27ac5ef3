/** How orders look: amounts with their currency. */
import { modelNamed } from 'haykal'
import { defineModelView } from 'haykal/web'
import { MoneyCell } from '../../parts/money.view.tsx'
import type { order } from './order.ts'

/** The view of orders. */
export const orderView = defineModelView(modelNamed<typeof order>('orders'), {
  cells: { total: MoneyCell, margin: MoneyCell },
})
