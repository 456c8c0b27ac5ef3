/** What a model demands of several fields at once holds for every write, on every engine. */
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeModels } from './index.ts'
import { buildInvoices, type Invoices, refusalOf } from './testing/invoices.ts'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

describeConstraints('SQLite', async () => ':memory:')
describeConstraints('PostgreSQL', async () => await server.createDatabase('constraints'))

function describeConstraints(engine: string, address: () => Promise<string>): void {
  describe(`constraints on ${engine}`, () => {
    let invoices: Invoices
    beforeAll(async () => {
      invoices = await buildInvoices(await address())
    })
    afterAll(async () => {
      await invoices?.core.database.close()
    })

    test('no two records share a set of values, and the refusal names the fields in both languages', async () => {
      const owner = invoices.as('owner')
      await owner.create('invoices', { customer: 1, number: 1 })
      await owner.create('invoices', { customer: 2, number: 1 })
      const fields = { en: 'Customer and Number', ar: 'العميل والرقم' }
      expect(await refusalOf(owner.create('invoices', { customer: 1, number: 1 }))).toEqual([
        'not_unique',
        ['/values/customer', 'not_unique_together', { fields }],
        ['/values/number', 'not_unique_together', { fields }],
      ])
      expect(await refusalOf(owner.edit('invoices', '2', { values: { customer: 1 }, base: { customer: 2 } }))).toEqual([
        'not_unique',
        ['/values/customer', 'not_unique_together', { fields }],
        ['/values/number', 'not_unique_together', { fields }],
      ])
    })

    test('of those who write the same at once, one gets through', async () => {
      const owner = invoices.as('owner')
      const writes = Array.from({ length: 8 }, () => refusalOf(owner.create('invoices', { customer: 1, number: 77 })))
      const ends = await Promise.all(writes)
      expect(ends.filter((end) => end === 'not refused')).toHaveLength(1)
      expect(ends.filter((end) => Array.isArray(end) && end[0] === 'not_unique')).toHaveLength(7)
    })

    test('a unique relation is a pair of one and one', async () => {
      expect(await refusalOf(invoices.as('owner').create('customers', { name: 'Third', account: 1 }))).toEqual([
        'not_unique',
        ['/values/account', 'not_unique', undefined],
      ])
    })

    test('a record breaks no check, neither new nor edited, and nothing of it is written', async () => {
      const owner = invoices.as('owner')
      const message = { en: 'What is due was issued.', ar: 'ما يستحق صدر من قبل.' }
      const broken = ['invalid', ['/values/issuedOn', 'refused_by_check', { message }]]
      expect(await refusalOf(owner.create('invoices', { customer: 2, number: 5, dueOn: '2026-12-01' }))).toEqual(broken)
      const kept = await owner.create('invoices', {
        customer: 2,
        number: 6,
        issuedOn: '2026-11-01',
        dueOn: '2026-12-01',
      })
      const edit = { values: { issuedOn: null }, base: { issuedOn: '2026-11-01' } }
      expect(await refusalOf(owner.edit('invoices', kept.meta.id, edit))).toEqual(broken)
      expect((await owner.read('invoices', kept.meta.id)).data).toMatchObject({ issuedOn: '2026-11-01' })
      expect((await owner.list('invoices', { filter: { number: { eq: 5 } } })).data).toEqual([])
    })

    test('a check may look over a relation', async () => {
      const owner = invoices.as('owner')
      const check = ['refused_by_check', { message: 'Only a friend is given more than 50.' }]
      expect(await refusalOf(owner.create('invoices', { customer: 2, number: 8, discount: '50.01' }))).toEqual([
        'invalid',
        ['/values/discount', ...check],
        ['/values/customer', ...check],
      ])
      expect(await refusalOf(owner.create('invoices', { customer: 1, number: 8, discount: '50.01' }))).toBe(
        'not refused',
      )
    })

    test('a refusal names no field that is hidden, and boot tells of no constraint', async () => {
      const { core, as } = invoices
      const made = await as('owner').create('invoices', { customer: 1, number: 9, discount: '60.00' })
      const edit = { values: { customer: 2 }, base: { customer: 1 } }
      expect(await refusalOf(as('reader').edit('invoices', made.meta.id, edit))).toEqual([
        'invalid',
        ['/values/customer', 'refused_by_check', { message: 'Only a friend is given more than 50.' }],
      ])
      const told = JSON.stringify(describeModels(core, { id: 'r', role: 'reader' }))
      expect(told).not.toMatch(/discount|checks|unique":\[|indexes/)
    })
  })
}
