/** Who may do what with order lines. */
import { defineServer } from 'haykal/server'
import { line } from './line.ts'

/** A line goes only while its order is a draft; afterwards the customer counts on it. */
export const lineServer = defineServer(line, {
  rules: {
    clerk: { read: { 'order.customer.country': { eq: '$me.country' } } },
    editor: { read: true, create: true, edit: true, remove: { 'order.status': { eq: 'draft' } } },
  },
})
