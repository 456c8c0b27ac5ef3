/** A small shop whose changes are kept: customers, orders with lines, a hidden and a sensitive field, hooks and an action; for tests on every engine. */
import { createAccess, type ModelRules } from '@haykal/access'
import { type Database, makeHistoryTable, openDatabase, syncTables } from '@haykal/database'
import { choice, fieldKinds, integer, longText, relation, text } from '@haykal/fields'
import { type AnyRecord, defineModel, type FilterOf, resolveModels, type ViewerRole } from '@haykal/model'
import {
  type ModelFaces,
  type Origin,
  openRecords,
  type Records,
  type RecordsCore,
  type TrustedRecords,
} from '../index.ts'

const customer = defineModel({
  name: 'customers',
  title: 'name',
  fields: { name: text({ required: true }), code: text({ unique: true }), country: text() },
})

const order = defineModel({
  name: 'orders',
  title: 'note',
  fields: {
    customer: relation({ to: 'customers' }),
    status: choice({ options: ['draft', 'paid', 'shipped'], default: 'draft', required: true }),
    note: longText(),
    pieces: integer(),
    pin: text({ sensitive: true }),
    margin: integer(),
    shipments: integer({ readOnly: true }),
  },
})

const line = defineModel({
  name: 'lines',
  fields: {
    order: relation({ to: 'orders', required: true, onRemove: 'cascade' }),
    product: text({ required: true }),
    quantity: integer({ min: 1 }),
  },
})

/** Clerks see the orders of Egyptian customers, without what they earn, and edit drafts. */
const rules = {
  orders: {
    clerk: {
      read: { 'customer.country': { eq: 'EG' } },
      create: true,
      edit: { status: { eq: 'draft' } },
      hide: ['margin'],
    },
  },
  customers: { clerk: { read: true } },
  lines: { clerk: { read: true, create: true, edit: true, remove: true } },
} as const

/** The shop, opened. */
export interface Shop {
  readonly core: RecordsCore
  readonly database: Database
  as(role: ViewerRole, origin?: Origin): Records
  /** An order of a customer. */
  order(values?: AnyRecord): Promise<{ readonly id: string; readonly changeSet: string }>
  /** What is stored of a record. */
  stored(model: string, id: string): Promise<AnyRecord>
  close(): Promise<void>
}

/** What the project adds to orders in a test; absent: nothing. */
export type ShopFaces = ModelFaces['hooks'] & {
  readonly ship?: (records: readonly AnyRecord[], trusted: TrustedRecords) => Promise<void>
}

/** Opens it on an empty database, with an Egyptian and a German customer. */
export async function openShop(address = ':memory:', { ship, ...hooks }: ShopFaces = {}): Promise<Shop> {
  const database = await openDatabase(address)
  const models = resolveModels([customer, order, line], { kinds: fieldKinds, hasOrderKeys: true })
  await syncTables(database, models)
  await database.write((queries) => makeHistoryTable({ engine: database.engine, queries }))
  const when: FilterOf<typeof order> = { status: { eq: 'paid' } }
  const face: ModelFaces = {
    hooks,
    actions: new Map(
      ship ? [['ship', { label: 'Ship', when, run: ({ records, trusted }) => ship(records, trusted) }]] : [],
    ),
  }
  const core: RecordsCore = {
    database,
    models,
    access: createAccess(models, rules as unknown as { readonly [model: string]: ModelRules }, {
      roles: [{ name: 'clerk' }],
    }),
    secret: 'a secret of the tests',
    closedOf: () => undefined,
    history: {},
    isOurs: true,
    faces: new Map([['orders', face]]),
    namesOf: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
  }
  const as = (role: ViewerRole, origin?: Origin) => openRecords(core, { id: `the ${role}`, role }, origin)
  await as('owner').create('customers', { name: 'Nile', code: 'N', country: 'EG' })
  await as('owner').create('customers', { name: 'Rhine', code: 'R', country: 'DE' })
  return {
    core,
    database,
    as,
    async order(values = {}) {
      const { meta } = await as('owner').create('orders', { customer: 1, note: 'An order', ...values })
      return { id: meta.id, changeSet: meta.changeSet ?? '' }
    },
    stored: async (model, id) => (await as('owner').read(model, id)).data,
    close: () => database.close(),
  }
}

/** Steps until there are no more, as a client does. */
export async function allSteps<Reply extends { readonly next: string | null }>(
  step: (next: string | undefined) => Promise<Reply>,
): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  let next: string | null | undefined
  while (next !== null) {
    const reply = await step(next)
    replies.push(reply)
    next = reply.next
  }
  return replies
}
