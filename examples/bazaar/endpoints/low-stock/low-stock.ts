/** Which products are running out: `GET /api/v1/-/p/low-stock?below=10`. */
import { defineEndpoint, integer, modelNamed } from 'haykal'
import type { product } from '../../models/product/product.ts'

/** Products on sale of which fewer than `below` are left, the scarcest first. */
export const lowStock = defineEndpoint({
  method: 'GET',
  path: '/low-stock',
  allowed: 'signed-in',
  summary: { en: 'Products that are running out', ar: 'المنتجات التي توشك على النفاد' },
  query: { below: integer({ default: 10, min: 1, max: 10_000, label: { en: 'Below', ar: 'أقل من' } }) },
  reply: { records: modelNamed<typeof product>('products') },
})
