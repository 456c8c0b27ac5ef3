/** Who may do what with customers. */
import { defineServer } from 'haykal/server'
import { customer } from './customer.ts'

/** Readers do not learn how much credit a customer has; clerks see the customers of their country; only owners remove one. */
export const customerServer = defineServer(customer, {
  rules: {
    reader: { read: true, hide: ['creditLimit'] },
    clerk: { read: { country: { eq: '$me.country' } }, hide: ['creditLimit'] },
    editor: { read: true, create: true, edit: true },
  },
})
