/** Orders of customers in regions, with roles of the project's own: what rules about whoever asks are tried on. */
import { createAccess, type ModelRules, type RoleDeclaration } from '@haykal/access'
import { type Database, insertRecords, openDatabase, syncTables } from '@haykal/database'
import { choice, fieldKinds, integer, relation, text } from '@haykal/fields'
import { defineModel, type Model, type ModelDefinition, resolveModels, type Viewer } from '@haykal/model'
import { openRecords, type Records, type RecordsCore } from '../index.ts'

const customer = defineModel({
  name: 'customers',
  label: { en: 'Customer', ar: 'عميل' },
  title: 'name',
  fields: { name: text({ required: true }), region: text(), secret: text({ required: true, default: 'unsaid' }) },
})

const order = defineModel({
  name: 'orders',
  label: { en: 'Order', ar: 'طلب' },
  plural: { en: 'Orders', ar: 'الطلبات' },
  title: 'note',
  fields: {
    customer: relation({ to: 'customers', label: { en: 'Customer', ar: 'العميل' } }),
    owner: text(),
    team: text(),
    status: choice({
      options: ['draft', 'paid', 'shipped'],
      default: 'draft',
      required: true,
      label: { en: 'Status', ar: 'الحالة' },
    }),
    note: text(),
    margin: integer({ label: { en: 'Margin', ar: 'الهامش' } }),
  },
})

/** What each role may do, as a project writes it. */
export const regionRules: { readonly [model: string]: ModelRules } = {
  orders: rulesOf(order, {
    clerk: {
      read: { 'customer.region': { eq: '$me.region' } },
      create: {
        where: { status: { eq: 'draft' }, owner: { eq: '$me' } },
        fields: ['customer', 'owner', 'status', 'note'],
      },
      edit: { where: { status: { eq: 'draft' } }, fields: ['status', 'note'] },
      remove: { owner: { eq: '$me' } },
      hide: ['margin'],
    },
    member: { read: { team: { in: '$me.groups' } } },
    stranger: { read: { team: { nin: '$me.groups' } } },
    outsider: { read: { not: { 'customer.region': { eq: '$me.region' } } } },
    keeper: { read: true, edit: { margin: { gt: 700 }, 'customer.region': { eq: 'south' } }, hide: ['margin'] },
    auditor: { read: true, edit: true, readOnly: ['margin', 'status'] },
  }),
  customers: rulesOf(customer, {
    clerk: { read: { region: { eq: '$me.region' } }, hide: ['secret'], create: true },
    public: { read: { region: { eq: 'north' } }, hide: ['secret'] },
  }),
}

const roles: readonly RoleDeclaration[] = [
  { name: 'clerk' },
  { name: 'member', like: 'reader' },
  { name: 'stranger' },
  { name: 'outsider' },
  { name: 'keeper' },
  { name: 'auditor', like: 'reader' },
]

/** Rules checked against their model, then kept with those of other models. */
function rulesOf<M extends ModelDefinition>(_model: M, rules: ModelRules<M>): ModelRules {
  return rules as unknown as ModelRules
}

/** The project, open. */
export interface RegionDemo {
  readonly core: RecordsCore
  readonly database: Database
  as(viewer: Viewer): Records
}

/** Makes the tables in an empty database and fills them: six orders, three customers, two regions. */
export async function buildRegionDemo(address = ':memory:'): Promise<RegionDemo> {
  const database = await openDatabase(address)
  const models = resolveModels([customer, order], { kinds: fieldKinds, hasOrderKeys: true })
  await syncTables(database, models)
  const access = createAccess(models, regionRules, { roles, attributes: { region: { type: 'text' } } })
  const core: RecordsCore = { database, models, access, secret: 'a secret of the tests', closedOf: () => undefined }
  const [customers, orders] = models.all as readonly [Model, Model]
  await database.write(async (queries) => {
    const connection = { engine: database.engine, queries }
    await insertRecords(connection, customers, [
      { id: 1, name: 'Nile', region: 'north', secret: 'hush' },
      { id: 2, name: 'Delta', region: 'south', secret: 'hush' },
      { id: 3, name: 'Nowhere', region: null, secret: 'hush' },
    ])
    await insertRecords(connection, orders, [
      { id: 1, customer: 1, owner: 'sara', team: 'a', status: 'draft', note: 'one', margin: 7 },
      { id: 2, customer: 1, owner: 'omar', team: 'b', status: 'shipped', note: 'two', margin: 8 },
      { id: 3, customer: 2, owner: 'sara', team: 'c', status: 'draft', note: 'three', margin: 9 },
      { id: 4, customer: 3, owner: null, team: null, status: 'draft', note: 'four', margin: 1 },
      { id: 5, customer: null, owner: 'sara', team: '', status: 'paid', note: 'five', margin: 2 },
      { id: 6, customer: 1, owner: 'sara', team: 'a', status: 'paid', note: 'six', margin: 3 },
    ])
  })
  return { core, database, as: (viewer) => openRecords(core, viewer) }
}
