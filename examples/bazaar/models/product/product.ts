/** Products: what is sold, at what price, and how much of it lies in the warehouse. */
import {
  boolean,
  bytes,
  choice,
  date,
  defineModel,
  integer,
  json,
  longText,
  money,
  number,
  relation,
  text,
} from 'haykal'
import { currency } from '../currency.ts'
import { groups } from '../groups.ts'

/** A product. */
export const product = defineModel({
  name: 'products',
  icon: 'box',
  group: groups.catalogue,
  title: 'name',
  label: { en: 'Product', ar: 'منتج' },
  plural: { en: 'Products', ar: 'المنتجات' },
  fields: {
    sku: text({
      required: true,
      unique: true,
      searchable: true,
      maxLength: 20,
      label: { en: 'Article number', ar: 'رقم الصنف' },
    }),
    name: text({ required: true, searchable: true, maxLength: 200, label: { en: 'Name', ar: 'الاسم' } }),
    arabicName: text({
      required: true,
      searchable: true,
      maxLength: 200,
      label: { en: 'Name in Arabic', ar: 'الاسم بالعربية' },
    }),
    category: relation({ to: 'categories', required: true, label: { en: 'Category', ar: 'الفئة' } }),
    supplier: relation({ to: 'suppliers', label: { en: 'Supplier', ar: 'المورّد' } }),
    price: money({ currency, required: true, min: 0, label: { en: 'Price', ar: 'السعر' } }),
    cost: money({ currency, min: 0, sensitive: true, label: { en: 'Cost', ar: 'التكلفة' } }),
    unit: choice({
      required: true,
      default: 'piece',
      options: [
        { value: 'piece', label: { en: 'Piece', ar: 'قطعة' } },
        { value: 'set', label: { en: 'Set', ar: 'طقم' } },
        { value: 'pack', label: { en: 'Pack', ar: 'عبوة' } },
        { value: 'metre', label: { en: 'Metre', ar: 'متر' } },
      ],
      label: { en: 'Unit', ar: 'الوحدة' },
    }),
    stock: integer({ required: true, default: 0, min: 0, label: { en: 'Stock', ar: 'المخزون' } }),
    reorderAt: integer({
      required: true,
      default: 20,
      min: 0,
      label: { en: 'Reorder at', ar: 'حد إعادة الطلب' },
      help: {
        en: 'Below this much stock it is time to order more.',
        ar: 'إذا قلّ المخزون عن هذا العدد حان وقت الطلب.',
      },
    }),
    weight: number({ min: 0, label: { en: 'Weight in kg', ar: 'الوزن بالكيلوغرام' } }),
    launchedOn: date({ label: { en: 'In the catalogue since', ar: 'في الكتالوج منذ' } }),
    discontinued: boolean({ required: true, default: false, label: { en: 'Discontinued', ar: 'أوقف بيعه' } }),
    description: longText({ label: { en: 'Description', ar: 'الوصف' } }),
    specifications: json({ label: { en: 'Specifications', ar: 'المواصفات' } }),
    drawing: bytes({
      maxBytes: 65_536,
      label: { en: 'Drawing', ar: 'رسم' },
      help: { en: 'A small SVG file.', ar: 'ملف SVG صغير.' },
    }),
  },
  list: { columns: ['name', 'sku', 'category', 'price', 'stock', 'reorderAt', 'supplier'], sort: 'name' },
})
