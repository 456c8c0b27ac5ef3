/** A record goes with what is part of it, is forgotten by what only mentions it, and stays where others hold it: on every engine. */
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInvoices, type Invoices, refusalOf } from './testing/invoices.ts'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

describeRemoval('SQLite', async () => ':memory:')
describeRemoval('PostgreSQL', async () => await server.createDatabase('removal'))

function describeRemoval(engine: string, address: () => Promise<string>): void {
  describe(`removal on ${engine}`, () => {
    let invoices: Invoices
    let number = 0
    beforeAll(async () => {
      invoices = await buildInvoices(await address())
    })
    afterAll(async () => {
      await invoices?.core.database.close()
    })

    /** A new invoice of the stranger with lines of some quantities; its id. */
    async function makeInvoice(...quantities: number[]): Promise<string> {
      number += 1
      const made = await invoices.as('owner').create('invoices', { customer: 2, number })
      for (const quantity of quantities)
        await invoices.as('owner').create('lines', { invoice: Number(made.meta.id), price: '1.00', quantity })
      return made.meta.id
    }

    const linesOf = async (id: string) =>
      (await invoices.as('owner').list('lines', { filter: { invoice: { eq: Number(id) } } })).data.length

    test('takes its parts along and is forgotten by the rest, each as a change of its own', async () => {
      const owner = invoices.as('owner')
      const id = await makeInvoice(1, 2, 3)
      const reminder = await owner.create('reminders', { invoice: Number(id) })
      const before = (await invoices.changes()).length
      await owner.remove('invoices', id, '*')
      expect(await linesOf(id)).toBe(0)
      expect((await owner.read('reminders', reminder.meta.id)).data).toMatchObject({ invoice: null })
      const changes = (await invoices.changes()).slice(before)
      expect(changes.map(({ act, model }) => [act, model])).toEqual([
        ['remove', 'lines'],
        ['remove', 'lines'],
        ['remove', 'lines'],
        ['edit', 'reminders'],
        ['remove', 'invoices'],
      ])
    })

    test('stays where others hold it, and says how many of which model', async () => {
      await makeInvoice()
      expect(await refusalOf(invoices.as('owner').remove('customers', '2', '*'))).toEqual([
        'still_referred_to',
        ['', 'held_by', { count: 1, model: { en: 'Invoices', ar: 'الفواتير' } }],
      ])
    })

    test('stays with all its parts where one of them may not be removed by this person', async () => {
      const id = await makeInvoice(1, 7)
      expect(await refusalOf(invoices.as('editor').remove('invoices', id, '*'))).toEqual([
        'still_referred_to',
        ['', 'held_by', { count: 2, model: { en: 'Lines', ar: 'البنود' } }],
      ])
      expect(await linesOf(id)).toBe(2)
    })

    test('tells nothing of what this person may not know of', async () => {
      const id = await makeInvoice()
      await invoices.as('owner').create('reminders', { invoice: Number(id) })
      expect(await refusalOf(invoices.as('editor').remove('invoices', id, '*'))).toEqual(['still_referred_to'])
      expect((await invoices.as('owner').read('invoices', id)).data).toMatchObject({ id: Number(id) })
    })

    test('a removed part takes its own parts along: a tree goes from its leaves', async () => {
      const owner = invoices.as('owner')
      const root = await owner.create('folders', { name: 'root' })
      const inner = await owner.create('folders', { name: 'inner', parent: Number(root.meta.id) })
      await owner.create('folders', { name: 'leaf', parent: Number(inner.meta.id) })
      await owner.remove('folders', root.meta.id, '*')
      expect((await owner.list('folders')).data).toEqual([])
    })
  })
}
