/** Answers which products are running out, under the rules of whoever asks. */
import { defineEndpointServer } from 'haykal/server'
import { product } from '../../models/product/product.ts'
import { lowStock } from './low-stock.ts'

/** The most products that one answer names: who has more to order than that needs a list, not a reminder. */
const most = 200

/** Lists them with the titles of their suppliers. */
export const lowStockServer = defineEndpointServer(lowStock, ({ query, records }) =>
  records.list(product, {
    filter: { stock: { lt: query.below }, discontinued: { eq: false } },
    sort: ['stock', 'name'],
    limit: most,
  }),
)
