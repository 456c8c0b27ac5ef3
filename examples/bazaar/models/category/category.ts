/** Categories: the shelves of the catalogue. */
import { colour, defineModel, integer, longText, slug, text } from 'haykal'
import { groups } from '../groups.ts'

/** A category of products. */
export const category = defineModel({
  name: 'categories',
  icon: 'tag',
  group: groups.catalogue,
  title: 'name',
  label: { en: 'Category', ar: 'فئة' },
  plural: { en: 'Categories', ar: 'الفئات' },
  fields: {
    name: text({ required: true, unique: true, maxLength: 80, label: { en: 'Name', ar: 'الاسم' } }),
    arabicName: text({
      required: true,
      unique: true,
      searchable: true,
      maxLength: 80,
      label: { en: 'Name in Arabic', ar: 'الاسم بالعربية' },
    }),
    slug: slug({
      unique: true,
      label: { en: 'Name in addresses', ar: 'الاسم في الروابط' },
      placeholder: { en: 'lanterns-and-lamps', ar: 'فوانيس-ومصابيح' },
    }),
    colour: colour({ label: { en: 'Colour', ar: 'اللون' } }),
    description: longText({ maxLength: 500, label: { en: 'Description', ar: 'الوصف' } }),
    position: integer({
      required: true,
      default: 0,
      label: { en: 'Position', ar: 'الترتيب' },
      help: { en: 'Lower comes first in the shop.', ar: 'الأصغر يظهر أولًا في المتجر.' },
    }),
  },
  list: { columns: ['name', 'arabicName', 'colour', 'position', 'description'], sort: 'position' },
})
