/** Orders: what a customer wants, and how far it has come. */
import { choice, date, datetime, defineModel, integer, longText, money, relation, rollup } from 'haykal'
import { currency } from '../currency.ts'
import { groups } from '../groups.ts'

/** An order. Its number is its key: the database counts on from the last one. */
export const order = defineModel({
  name: 'orders',
  icon: 'cart',
  group: groups.sales,
  key: 'number',
  title: 'number',
  label: { en: 'Order', ar: 'طلب' },
  plural: { en: 'Orders', ar: 'الطلبات' },
  fields: {
    number: integer({ required: true, generated: true, label: { en: 'Number', ar: 'الرقم' } }),
    customer: relation({
      to: 'customers',
      required: true,
      searchable: true,
      label: { en: 'Customer', ar: 'العميل' },
    }),
    status: choice({
      required: true,
      default: 'draft',
      options: [
        { value: 'draft', label: { en: 'Draft', ar: 'مسودة' }, tone: 'neutral' },
        { value: 'paid', label: { en: 'Paid', ar: 'مدفوع' }, tone: 'info' },
        { value: 'shipped', label: { en: 'Shipped', ar: 'مشحون' }, tone: 'good' },
        { value: 'late', label: { en: 'Late', ar: 'متأخر' }, tone: 'warn' },
        { value: 'cancelled', label: { en: 'Cancelled', ar: 'ملغى' }, tone: 'bad' },
        { value: 'returned', label: { en: 'Returned', ar: 'مرتجع' }, tone: 'plum' },
      ],
      label: { en: 'Status', ar: 'الحالة' },
    }),
    placedAt: datetime({ required: true, default: '$now', label: { en: 'Placed', ar: 'تاريخ الطلب' } }),
    shipBy: date({ label: { en: 'Ship by', ar: 'الشحن قبل' } }),
    seller: relation({ to: 'employees', label: { en: 'Seller', ar: 'البائع' } }),
    pieces: rollup({ of: 'lines', sum: 'quantity', label: { en: 'Pieces', ar: 'عدد القطع' } }),
    // Stored, not rolled up: a million orders are sorted by it.
    total: money({ currency, readOnly: true, default: '0.00', label: { en: 'Total', ar: 'الإجمالي' } }),
    margin: money({ currency, readOnly: true, sensitive: true, label: { en: 'Margin', ar: 'هامش الربح' } }),
    note: longText({ searchable: true, label: { en: 'Note', ar: 'ملاحظة' } }),
  },
  indexes: [['status', '-placedAt']],
  list: { columns: ['number', 'customer', 'status', 'placedAt', 'total', 'note'], sort: '-placedAt' },
})
