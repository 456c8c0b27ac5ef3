/** Who may do what in the project of the tests, and what is in it. */
import { defineEndpointServer, defineProjectServer, defineServer } from 'haykal/server'
import { announce, article, author, latest, project } from './haykal.config.ts'

const authorServer = defineServer(author, {
  rules: {
    reader: { read: true, hide: ['salary'] },
    clerk: { read: { country: { eq: '$me.country' } }, edit: { country: { eq: '$me.country' } }, hide: ['salary'] },
  },
})

const articleServer = defineServer(article, {
  rules: {
    editor: { read: true, create: true, edit: true, remove: { status: { eq: 'draft' } } },
    reader: { read: { status: { eq: 'published' } } },
    public: { read: { status: { eq: 'published' } }, hide: ['body'] },
  },
})

/** The server faces of the project. */
export const server = defineProjectServer(project, {
  models: [articleServer, authorServer],
  endpoints: [
    defineEndpointServer(latest, ({ query, records }) =>
      records.list(article, {
        limit: query.most,
        sort: ['-title'],
        ...(query.status === null ? {} : { filter: { status: { eq: query.status } } }),
      }),
    ),
    defineEndpointServer(announce, async ({ query, viewer }) => ({ said: query.words, by: viewer.role })),
  ],
  async fill({ insert }) {
    await insert(author, [
      { id: 1, name: 'مكتبة النيل', country: 'EG', salary: '7777.77' },
      { id: 2, name: 'Müller & Söhne', country: 'DE', salary: '8888.88' },
    ])
    await insert(
      article,
      Array.from({ length: 20 }, (_, index) => ({
        id: index + 1,
        title: `Article ${String(index + 1).padStart(2, '0')}`,
        author: (index % 2) + 1,
        status: index % 4 === 0 ? ('draft' as const) : ('published' as const),
        words: index * 10,
        body: index === 5 ? 'a word in the body: zeppelin' : null,
        createdAt: '2026-11-21T06:50:00.000Z',
      })),
    )
  },
})
