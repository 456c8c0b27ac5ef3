/** Customers: the shops, restaurants and offices that the company sells to. */
import { boolean, choice, date, defineModel, email, longText, money, phone, text } from 'haykal'
import { countries } from '../countries.ts'
import { currency } from '../currency.ts'
import { groups } from '../groups.ts'

/** A customer. */
export const customer = defineModel({
  name: 'customers',
  icon: 'people',
  group: groups.sales,
  title: 'name',
  label: { en: 'Customer', ar: 'عميل' },
  plural: { en: 'Customers', ar: 'العملاء' },
  fields: {
    name: text({ required: true, searchable: true, maxLength: 200, label: { en: 'Name', ar: 'الاسم' } }),
    country: choice({ required: true, options: countries, label: { en: 'Country', ar: 'البلد' } }),
    city: text({ maxLength: 100, searchable: true, label: { en: 'City', ar: 'المدينة' } }),
    email: email({ label: { en: 'Email', ar: 'البريد الإلكتروني' } }),
    phone: phone({ label: { en: 'Phone', ar: 'الهاتف' } }),
    address: longText({ maxLength: 1000, label: { en: 'Address', ar: 'العنوان' } }),
    grade: choice({
      required: true,
      default: 'regular',
      options: [
        { value: 'new', label: { en: 'New', ar: 'جديد' }, tone: 'info' },
        { value: 'regular', label: { en: 'Regular', ar: 'معتاد' }, tone: 'neutral' },
        { value: 'preferred', label: { en: 'Preferred', ar: 'مميّز' }, tone: 'good' },
        { value: 'blocked', label: { en: 'Blocked', ar: 'موقوف' }, tone: 'bad' },
      ],
      label: { en: 'Grade', ar: 'الفئة' },
    }),
    creditLimit: money({ currency, min: 0, label: { en: 'Credit limit', ar: 'حد الائتمان' } }),
    since: date({ required: true, default: '$today', label: { en: 'Customer since', ar: 'عميل منذ' } }),
    newsletter: boolean({ required: true, default: false, label: { en: 'Newsletter', ar: 'النشرة البريدية' } }),
    note: longText({ label: { en: 'Note', ar: 'ملاحظة' } }),
  },
  list: { columns: ['name', 'country', 'city', 'grade', 'email', 'since'], sort: 'name' },
})
