/** Suppliers: where the goods come from. */
import { boolean, choice, defineModel, email, integer, longText, phone, text, url } from 'haykal'
import { countries } from '../countries.ts'
import { groups } from '../groups.ts'

/** A supplier. */
export const supplier = defineModel({
  name: 'suppliers',
  icon: 'factory',
  group: groups.catalogue,
  title: 'name',
  label: { en: 'Supplier', ar: 'مورّد' },
  plural: { en: 'Suppliers', ar: 'المورّدون' },
  fields: {
    name: text({ required: true, unique: true, maxLength: 200, label: { en: 'Name', ar: 'الاسم' } }),
    country: choice({ required: true, options: countries, label: { en: 'Country', ar: 'البلد' } }),
    city: text({ maxLength: 100, searchable: true, label: { en: 'City', ar: 'المدينة' } }),
    email: email({ label: { en: 'Email', ar: 'البريد الإلكتروني' } }),
    phone: phone({ label: { en: 'Phone', ar: 'الهاتف' } }),
    website: url({ label: { en: 'Website', ar: 'الموقع' } }),
    terms: choice({
      required: true,
      default: 'days30',
      options: [
        { value: 'prepaid', label: { en: 'Paid in advance', ar: 'الدفع مقدّمًا' } },
        { value: 'days30', label: { en: '30 days', ar: '٣٠ يومًا' } },
        { value: 'days60', label: { en: '60 days', ar: '٦٠ يومًا' } },
      ],
      label: { en: 'Payment terms', ar: 'شروط الدفع' },
    }),
    leadDays: integer({
      min: 0,
      max: 365,
      label: { en: 'Lead time', ar: 'مدة التوريد' },
      help: { en: 'Days from order to delivery.', ar: 'عدد الأيام من الطلب إلى التسليم.' },
    }),
    active: boolean({ required: true, default: true, label: { en: 'Active', ar: 'نشط' } }),
    note: longText({ label: { en: 'Note', ar: 'ملاحظة' } }),
  },
  list: { columns: ['name', 'country', 'city', 'terms', 'leadDays', 'active'], sort: 'name' },
})
