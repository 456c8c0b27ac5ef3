/** The project of the tests: articles and their authors, one public screen and one that is not, two roles of its own. */
import {
  choice,
  datetime,
  decimal,
  defineEndpoint,
  defineModel,
  defineProject,
  defineScreen,
  integer,
  longText,
  relation,
  text,
} from 'haykal'

/** Somebody who writes; `salary` is hidden from readers and from the public. */
export const author = defineModel({
  name: 'authors',
  title: 'name',
  label: { en: 'Author', ar: 'مؤلف' },
  fields: {
    name: text({ required: true, unique: true, maxLength: 80 }),
    country: text({ maxLength: 2 }),
    salary: decimal({ scale: 2, help: { en: 'Before taxes', ar: 'قبل الضرائب' } }),
  },
})

/** What they write. */
export const article = defineModel({
  name: 'articles',
  title: 'title',
  label: { en: 'Article', ar: 'مقال' },
  plural: { en: 'Articles', ar: 'مقالات' },
  fields: {
    title: text({ required: true, maxLength: 60 }),
    author: relation({ to: 'authors', required: true }),
    status: choice({ options: ['draft', 'published'], default: 'draft', required: true }),
    words: integer({ min: 0 }),
    body: longText({ searchable: true }),
    createdAt: datetime({ readOnly: true, default: '$now' }),
  },
  list: { columns: ['title', 'author', 'status'], sort: 'title' },
})

/** Open to everyone; answers as the rules of whoever asks let it. */
export const latest = defineEndpoint({
  method: 'GET',
  path: '/latest',
  allowed: 'everyone',
  summary: 'The latest articles',
  query: { most: integer({ default: 5, min: 1, max: 20 }), status: choice({ options: ['draft', 'published'] }) },
  reply: { records: article },
})

/** For owners and editors. */
export const announce = defineEndpoint({
  method: 'POST',
  path: '/announce',
  allowed: ['owner', 'editor'],
  summary: 'Says something',
  query: { words: text({ required: true, maxLength: 20 }) },
})

/** The project. */
export const project = defineProject({
  name: 'demo',
  label: { en: 'The press', ar: 'الصحافة' },
  models: [article, author],
  roles: {
    clerk: { label: { en: 'Clerk', ar: 'موظف' }, like: 'reader' },
    guest: { label: { en: 'Guest', ar: 'ضيف' } },
  },
  people: {
    fields: {
      country: choice({ options: ['EG', 'DE'], label: { en: 'Country', ar: 'البلد' } }),
      desk: integer({ min: 1, label: { en: 'Desk', ar: 'المكتب' } }),
    },
  },
  endpoints: [latest, announce],
  screens: [
    defineScreen({ name: 'front', path: '/front', label: 'Front page', public: true }),
    defineScreen({ name: 'desk', path: '/desk', label: 'Desk' }),
  ],
})
