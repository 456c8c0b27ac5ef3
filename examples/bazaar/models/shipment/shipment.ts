/** Shipments: a parcel of an order on its way. */
import { choice, datetime, defineModel, longText, money, number, relation, text } from 'haykal'
import { currency } from '../currency.ts'
import { groups } from '../groups.ts'

/** A shipment. */
export const shipment = defineModel({
  name: 'shipments',
  icon: 'truck',
  group: groups.sales,
  title: 'tracking',
  label: { en: 'Shipment', ar: 'شحنة' },
  plural: { en: 'Shipments', ar: 'الشحنات' },
  fields: {
    tracking: text({
      required: true,
      unique: true,
      maxLength: 40,
      label: { en: 'Tracking number', ar: 'رقم التتبّع' },
    }),
    order: relation({ to: 'orders', required: true, label: { en: 'Order', ar: 'الطلب' } }),
    status: choice({
      required: true,
      default: 'packed',
      options: [
        { value: 'packed', label: { en: 'Packed', ar: 'جاهزة للشحن' }, tone: 'neutral' },
        { value: 'underway', label: { en: 'Under way', ar: 'في الطريق' }, tone: 'info' },
        { value: 'delivered', label: { en: 'Delivered', ar: 'سُلّمت' }, tone: 'good' },
        { value: 'returned', label: { en: 'Returned', ar: 'أُعيدت' }, tone: 'plum' },
      ],
      label: { en: 'Status', ar: 'الحالة' },
    }),
    carrier: choice({
      required: true,
      options: [
        { value: 'road', label: { en: 'Road freight', ar: 'شحن بري' } },
        { value: 'sea', label: { en: 'Sea freight', ar: 'شحن بحري' } },
        { value: 'air', label: { en: 'Air freight', ar: 'شحن جوي' } },
        { value: 'courier', label: { en: 'Courier', ar: 'مندوب توصيل' } },
      ],
      label: { en: 'Carrier', ar: 'وسيلة الشحن' },
    }),
    shippedAt: datetime({ label: { en: 'Shipped', ar: 'وقت الشحن' } }),
    deliveredAt: datetime({ label: { en: 'Delivered', ar: 'وقت التسليم' } }),
    weight: number({ min: 0, label: { en: 'Weight in kg', ar: 'الوزن بالكيلوغرام' } }),
    cost: money({ currency, min: 0, label: { en: 'Freight cost', ar: 'تكلفة الشحن' } }),
    note: longText({ label: { en: 'Note', ar: 'ملاحظة' } }),
  },
  checks: [
    {
      when: { deliveredAt: { isNull: false } },
      that: { shippedAt: { isNull: false } },
      message: { en: 'What was delivered was shipped: say when.', ar: 'ما سُلّم سبق شحنه: اذكر وقت الشحن.' },
    },
  ],
  list: { columns: ['tracking', 'order', 'status', 'carrier', 'shippedAt', 'deliveredAt', 'cost'], sort: '-shippedAt' },
})
