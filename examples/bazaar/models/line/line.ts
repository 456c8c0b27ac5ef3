/** Order lines: how much of which product an order asks for, and at what price it was promised. */
import { computed, defineModel, integer, money, relation } from 'haykal'
import { currency } from '../currency.ts'
import { groups } from '../groups.ts'

/** A line of an order. */
export const line = defineModel({
  name: 'lines',
  icon: 'list',
  group: groups.sales,
  label: { en: 'Order line', ar: 'بند طلب' },
  plural: { en: 'Order lines', ar: 'بنود الطلبات' },
  fields: {
    order: relation({ to: 'orders', required: true, onRemove: 'cascade', label: { en: 'Order', ar: 'الطلب' } }),
    product: relation({ to: 'products', required: true, searchable: true, label: { en: 'Product', ar: 'المنتج' } }),
    quantity: integer({ required: true, default: 1, min: 1, label: { en: 'Quantity', ar: 'الكمية' } }),
    price: money({
      currency,
      required: true,
      min: 0,
      label: { en: 'Price', ar: 'السعر' },
      help: { en: 'For one, as promised to the customer.', ar: 'للوحدة، كما اتُّفق عليه مع العميل.' },
    }),
    amount: computed({ from: 'price * quantity', as: money({ currency }), label: { en: 'Amount', ar: 'المبلغ' } }),
  },
  unique: [['order', 'product']],
  list: { columns: ['order', 'product', 'quantity', 'price', 'amount'], sort: '-id' },
})
