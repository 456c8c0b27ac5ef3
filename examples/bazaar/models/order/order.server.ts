/** Who may do what with orders. */
import { defineServer } from 'haykal/server'
import { order } from './order.ts'

/** What an order earns is not for readers; and an order that a customer has seen is cancelled, not removed. */
export const orderServer = defineServer(order, {
  rules: {
    reader: { read: true, hide: ['margin'] },
    editor: { read: true, create: true, edit: true, remove: { status: { eq: 'draft' } } },
  },
})
