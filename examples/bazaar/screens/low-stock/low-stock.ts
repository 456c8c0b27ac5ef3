/** The page of products that are running out, for people who are signed in. */
import { defineScreen } from 'haykal'

/** Low stock. */
export const lowStockScreen = defineScreen({
  name: 'lowStock',
  path: '/low-stock',
  label: { en: 'Low stock', ar: 'مخزون منخفض' },
  icon: 'alert',
})
