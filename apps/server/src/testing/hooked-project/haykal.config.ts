/** A project whose own code runs around saves: orders with lines, a counter that numbers them, a log of what was saved, and things that go wrong. */
import { choice, defineModel, defineProject, integer, longText, relation, text } from 'haykal'

/** Who orders; the card is nobody's business but the till's. */
export const customer = defineModel({
  name: 'customers',
  title: 'name',
  fields: { name: text({ required: true }), code: text({ unique: true }), card: text({ sensitive: true }) },
})

/** What hooks and actions are about. The note says what the hook is to do. */
export const order = defineModel({
  name: 'orders',
  title: 'note',
  fields: {
    number: integer({ readOnly: true }),
    customer: relation({ to: 'customers', onRemove: 'clear' }),
    status: choice({ options: ['draft', 'paid', 'shipped'], default: 'draft', required: true }),
    note: longText(),
    pieces: integer({ min: 0 }),
    margin: integer(),
  },
})

/** What is ordered: part of an order. */
export const line = defineModel({
  name: 'lines',
  title: 'product',
  fields: {
    order: relation({ to: 'orders', required: true, onRemove: 'cascade' }),
    product: text({ required: true }),
    code: text({ unique: true }),
    quantity: integer({ min: 1 }),
  },
})

/** Numbers orders. */
export const counter = defineModel({ name: 'counters', title: 'name', fields: { name: text(), value: integer() } })

/** What was saved. Owners only. */
export const entry = defineModel({ name: 'entries', title: 'words', fields: { words: text() } })

/** The project. */
export const project = defineProject({
  name: 'hooked',
  label: 'Hooked',
  models: [order, line, customer, counter, entry],
  roles: { clerk: { label: 'Clerk', like: 'editor' } },
})
