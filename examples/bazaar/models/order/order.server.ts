/** Who may do what with orders. */
import { defineServer } from 'haykal/server'
import { order } from './order.ts'

/** What an order earns is not for readers; clerks write the drafts of their country; and an order that a customer has seen is cancelled, not removed. */
export const orderServer = defineServer(order, {
  rules: {
    reader: { read: true, hide: ['margin'] },
    clerk: {
      read: { 'customer.country': { eq: '$me.country' } },
      create: { 'customer.country': { eq: '$me.country' }, status: { eq: 'draft' } },
      edit: { 'customer.country': { eq: '$me.country' }, status: { eq: 'draft' } },
      hide: ['margin'],
    },
    editor: { read: true, create: true, edit: true, remove: { status: { eq: 'draft' } } },
  },
  actions: {
    ship: {
      label: { en: 'Ship', ar: 'اشحن' },
      icon: 'truck',
      when: { status: { in: ['paid', 'late'] } },
      run: ({ records, edit }) => edit(records, { status: 'shipped' }),
    },
  },
})
