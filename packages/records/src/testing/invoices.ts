/** A small project whose models demand something of several fields at once, for tests of that on every engine. */
import { createAccess, type ModelRules } from '@haykal/access'
import { makeHistoryTable, openDatabase, syncTables } from '@haykal/database'
import { date, decimal, fieldKinds, integer, relation, text } from '@haykal/fields'
import { defineModel, HaykalError, resolveModels, type ViewerRole } from '@haykal/model'
import { openRecords, type Records, type RecordsCore } from '../index.ts'
import { type KeptChange, keptChanges } from './kept-changes.ts'

const customer = defineModel({
  name: 'customers',
  title: 'name',
  label: { en: 'Customer', ar: 'عميل' },
  fields: {
    name: text({ required: true }),
    creditLimit: decimal({ scale: 2 }),
    /** One to one: no two customers share an account. */
    account: relation({ to: 'accounts', unique: true }),
  },
})

const account = defineModel({ name: 'accounts', fields: { code: text() } })

const invoice = defineModel({
  name: 'invoices',
  title: 'number',
  plural: { en: 'Invoices', ar: 'الفواتير' },
  fields: {
    customer: relation({ to: 'customers', required: true, label: { en: 'Customer', ar: 'العميل' } }),
    number: integer({ required: true, label: { en: 'Number', ar: 'الرقم' } }),
    issuedOn: date(),
    dueOn: date(),
    discount: decimal({ scale: 2 }),
  },
  unique: [['customer', 'number']],
  checks: [
    {
      when: { dueOn: { isNull: false } },
      that: { issuedOn: { isNull: false } },
      message: { en: 'What is due was issued.', ar: 'ما يستحق صدر من قبل.' },
    },
    {
      that: { or: [{ discount: { eq: null } }, { discount: { lte: '50.00' } }, { 'customer.name': { eq: 'Friend' } }] },
      message: 'Only a friend is given more than 50.',
    },
  ],
  indexes: [['customer', '-issuedOn']],
})

const line = defineModel({
  name: 'lines',
  plural: { en: 'Lines', ar: 'البنود' },
  fields: {
    invoice: relation({ to: 'invoices', required: true, onRemove: 'cascade' }),
    price: decimal({ scale: 2 }),
    quantity: integer({ min: 0 }),
  },
})

const reminder = defineModel({
  name: 'reminders',
  fields: { invoice: relation({ to: 'invoices', onRemove: 'clear' }), customer: relation({ to: 'customers' }) },
})

const folder = defineModel({
  name: 'folders',
  fields: { name: text(), parent: relation({ to: 'folders', onRemove: 'cascade' }) },
})

/** Readers do not know the discount; editors may not remove lines of five or more, and do not know of reminders. */
const rules = {
  invoices: {
    reader: { read: true, create: true, edit: true, hide: ['discount'] },
    editor: { read: true, create: true, edit: true, remove: true },
  },
  lines: { editor: { read: true, create: true, remove: { quantity: { lt: 5 } } } },
  reminders: { editor: {} },
}

/** The project, opened. */
export interface Invoices {
  readonly core: RecordsCore
  /** Everything that was written, in order. */
  changes(): Promise<readonly KeptChange[]>
  as(role: ViewerRole): Records
}

/** Makes its tables in an empty database, with two customers and an account. */
export async function buildInvoices(address: string): Promise<Invoices> {
  const database = await openDatabase(address)
  const models = resolveModels([customer, account, invoice, line, reminder, folder], {
    kinds: fieldKinds,
    hasOrderKeys: true,
  })
  await syncTables(database, models)
  await database.write((queries) => makeHistoryTable({ engine: database.engine, queries }))
  const core: RecordsCore = {
    database,
    models,
    access: createAccess(models, rules as unknown as { readonly [model: string]: ModelRules }),
    secret: 'a secret of the tests',
    closedOf: () => undefined,
    history: {},
    isOurs: true,
  }
  const as = (role: ViewerRole) => openRecords(core, { id: `the ${role}`, role })
  await as('owner').create('accounts', { code: 'A' })
  await as('owner').create('customers', { name: 'Friend', creditLimit: '100.00', account: 1 })
  await as('owner').create('customers', { name: 'Stranger', creditLimit: '10.00' })
  return { core, changes: () => keptChanges(database), as }
}

/** What a promise is refused with: the code, and each problem's place, code and parameters. */
export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    if (!(error instanceof HaykalError)) throw error
    return [error.code, ...(error.details.problems ?? []).map(({ pointer, code, params }) => [pointer, code, params])]
  }
  return 'not refused'
}
