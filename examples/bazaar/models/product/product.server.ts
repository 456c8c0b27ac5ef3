/** Who may do what with products. */
import { defineServer } from 'haykal/server'
import { product } from './product.ts'

/** Everyone may look at what is on sale, but not at what it costs us, where it comes from and how much is left. */
export const productServer = defineServer(product, {
  rules: {
    public: {
      read: { discontinued: { eq: false } },
      hide: ['cost', 'stock', 'reorderAt', 'supplier'],
    },
    reader: { read: true, hide: ['cost'] },
  },
})
