/** The screens for people who are signed in, and the models that look their own way here. */
import { defineWeb } from 'haykal/web'
import type { project } from './haykal.config.ts'
import { productView } from './models/product/product.view.tsx'

/** The browser code of the project. */
export const web = defineWeb<typeof project>({
  screens: { lowStock: () => import('./screens/low-stock/low-stock.view.tsx') },
  views: [productView],
})
