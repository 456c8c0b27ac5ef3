/** The hooks and actions of the project, each of which does one thing that may happen in a real one. */
import { HaykalError } from '@haykal/model'
import { defineProjectServer, defineServer } from 'haykal/server'
import { counter, customer, entry, line, order, project } from './haykal.config.ts'

/** What the project itself says where it refuses. */
export const refusal = 'Not on a Friday'

const refuse = () =>
  new HaykalError('invalid', {
    problems: [{ pointer: '/values', code: 'refused_by_rule', params: { words: refusal } }],
  })

const orderServer = defineServer(order, {
  rules: {
    editor: { read: true, create: true, edit: { status: { ne: 'shipped' } }, remove: { status: { eq: 'draft' } } },
    reader: { read: { status: { ne: 'draft' } }, hide: ['margin'] },
    clerk: { read: true, create: true, edit: true, remove: true, hide: ['margin'] },
  },
  async beforeSave(draft, { act, project: records }) {
    if (draft.note === 'refuse') throw refuse()
    if (draft.note === 'crash') throw new TypeError('the disk of the project is on fire')
    if (draft.note === 'change') draft.note = 'changed by the project'
    if (draft.note === 'misfit') draft.pieces = -5
    if (act !== 'create') return
    const [numbers] = await records.find(counter)
    if (!numbers) return
    const value = (numbers.value ?? 0) + 1
    await records.edit(counter, numbers, { value })
    draft.number = value
  },
  async afterSave(saved, { project: records }) {
    if (saved.note === 'circle') await records.edit(order, saved, { pieces: (saved.pieces ?? 0) + 1 })
    if (saved.note === 'late') {
      await records.create(entry, { words: 'written before it failed' })
      throw new Error('too late')
    }
    await records.create(entry, { words: `saved ${saved.id}` })
  },
  actions: {
    ship: {
      label: { en: 'Ship', ar: 'شحن' },
      when: { status: { eq: 'paid' } },
      run: async ({ records, edit }) => void (await edit(records, { status: 'shipped' })),
    },
    'fail-half-way': {
      label: 'Fail',
      async run({ records, edit, project: all }) {
        await edit(records, { pieces: 77 })
        await all.create(entry, { words: 'half-way' })
        throw new Error('the printer of the project is out of paper')
      },
    },
    refuse: {
      label: 'Refuse',
      run() {
        throw refuse()
      },
    },
    audit: {
      label: 'Audit',
      allowed: ['owner'],
      run: async ({ records, edit }) => void (await edit(records, { margin: 0 })),
    },
  },
})

/** The server faces. */
export const server = defineProjectServer(project, {
  models: [
    orderServer,
    defineServer(entry, { rules: { editor: {}, reader: {}, clerk: {} } }),
    defineServer(counter, { rules: { editor: {}, reader: {}, clerk: {} } }),
    defineServer(customer, { rules: { reader: { read: true } } }),
    defineServer(line, { rules: { reader: { read: true } } }),
  ],
  endpoints: [],
  async fill({ insert }) {
    await insert(counter, [{ id: 1, name: 'orders', value: 100 }])
    await insert(customer, [
      { id: 1, name: 'Nile', code: 'N', card: 'tamarind-4711' },
      { id: 2, name: 'Rhine', code: 'R', card: null },
    ])
    await insert(order, [
      { id: 1, number: 1, customer: 1, status: 'paid', note: 'One', pieces: 1, margin: 10 },
      { id: 2, number: 2, customer: 1, status: 'paid', note: 'Two', pieces: 2, margin: 20 },
      { id: 3, number: 3, customer: 2, status: 'draft', note: 'Three', pieces: 3, margin: 30 },
      { id: 4, number: 4, customer: 2, status: 'shipped', note: 'Four', pieces: 4, margin: 40 },
    ])
    await insert(line, [
      { id: 1, order: 1, product: 'Lamp', code: 'L', quantity: 1 },
      { id: 2, order: 1, product: 'Tray', code: 'T', quantity: 2 },
      { id: 3, order: 2, product: 'Bowl', code: 'B', quantity: 3 },
    ])
  },
})
