// Views are kept for each person and shared with roles, on every engine.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { HaykalError, type Json } from '@haykal/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Auth, createAuth } from '../create-auth.ts'
import type { NewView, ViewChanges } from './create-views.ts'
import type { KeptView, ViewAsker } from './kept-view.ts'

const password = 'a sentence is good'
let folder: string
let postgres: RunningPostgres
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-views-'))
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true })
})

const places = {
  SQLite: async () => join(folder, 'own.sqlite'),
  PostgreSQL: async () => await postgres.createDatabase('own'),
}

describe.each(Object.entries(places))('views on %s', (_engine, place) => {
  let database: Database
  let auth: Auth
  let layla: ViewAsker
  let omar: ViewAsker
  let mona: ViewAsker
  let rami: ViewAsker
  beforeAll(async () => {
    database = await openDatabase(await place())
    auth = await createAuth({ database })
    const person = async (name: string, role: string): Promise<ViewAsker> => {
      const made = await auth.createPerson({ email: `${name}@example.com`, name, password, role })
      return { id: made.id, role }
    }
    layla = await person('layla', 'owner')
    omar = await person('omar', 'editor')
    mona = await person('mona', 'editor')
    rami = await person('rami', 'reader')
  })
  afterAll(async () => {
    await database.close()
  })

  const keep = (asker: ViewAsker, name: string, more: Partial<NewView> = {}) =>
    auth.views.create(asker, { model: 'orders', name, list: { sort: 'id' }, sharedWith: [], problems: [], ...more })
  const edit = (asker: ViewAsker, view: KeptView, [values, base]: readonly [ViewChanges, ViewChanges]) =>
    auth.views.edit(asker, view, { values, base, problems: [], present: (list: Json) => list })
  const names = async (asker: ViewAsker) => (await auth.views.told(asker)).map(({ name }) => name)
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error: unknown) => {
        if (!(error instanceof HaykalError)) throw error
        const { problems, conflict } = error.details
        return [
          error.code,
          ...(problems ?? []).map((each) => `${each.pointer} ${each.code}`),
          ...Object.keys(conflict ?? {}),
        ]
      },
    )

  it('are told to their owner, and once shared to people of those roles and to owners', async () => {
    const view = await keep(omar, ' Mine ')
    expect(view.name).toBe('Mine')
    expect(await names(omar)).toEqual(['Mine'])
    for (const asker of [layla, mona, rami]) expect(await names(asker)).toEqual([])
    await edit(omar, view, [{ sharedWith: ['editor'] }, { sharedWith: [] }])
    for (const asker of [layla, mona]) expect(await names(asker)).toEqual(['Mine'])
    expect(await names(rami)).toEqual([])
    await edit(layla, view, [{ sharedWith: 'everyone' }, { sharedWith: ['editor'] }])
    expect(await names(rami)).toEqual(['Mine'])
    await edit(omar, view, [{ sharedWith: [] }, { sharedWith: 'everyone' }])
    for (const asker of [layla, mona, rami]) expect(await names(asker)).toEqual([])
    await auth.views.remove(omar, view)
  })

  it('are shared with the own role, and by owners with any that there is', async () => {
    const share = (asker: ViewAsker, sharedWith: NewView['sharedWith']) =>
      failure(keep(asker, 'Shared', { sharedWith }))
    expect(await share(omar, ['editor', 'reader'])).toEqual(['invalid', '/sharedWith/1 not_an_option'])
    expect(await share(omar, 'everyone')).toEqual(['invalid', '/sharedWith not_an_option'])
    expect(await share(layla, ['editor', 'nobody'])).toEqual(['invalid', '/sharedWith/1 not_an_option'])
    const view = await keep(layla, 'By an owner', { sharedWith: ['editor', 'reader'] })
    expect(await names(rami)).toEqual(['By an owner'])
    await auth.views.remove(layla, view)
  })

  it('are changed and removed by their owner and by owners, and are not there for who is not told of them', async () => {
    const view = await keep(omar, 'Work', { sharedWith: ['editor'] })
    const rename = (asker: ViewAsker) => failure(edit(asker, view, [{ name: 'Other' }, { name: 'Work' }]))
    expect(await rename(mona)).toEqual(['not_allowed'])
    expect(await rename(rami)).toEqual(['not_found'])
    expect(await failure(auth.views.remove(mona, view))).toEqual(['not_allowed'])
    expect(await failure(auth.views.remove(rami, view))).toEqual(['not_found'])
    expect(await failure(auth.views.remove(omar, { ...view, model: 'customers' }))).toEqual(['not_found'])
    await auth.views.remove(layla, view)
    for (const asker of [omar, mona, rami]) expect(await names(asker)).toEqual([])
    expect(await failure(auth.views.restore(mona, view))).toEqual(['not_found'])
    expect(await failure(auth.views.restore(rami, view))).toEqual(['not_found'])
    await auth.views.restore(omar, view)
    expect(await names(mona)).toEqual(['Work'])
    await auth.views.remove(omar, view)
  })

  it('tell what somebody else changed meanwhile, part by part', async () => {
    const view = await keep(omar, 'Base', { sharedWith: ['editor'] })
    await edit(layla, view, [{ name: 'Base of all' }, { name: 'Base' }])
    expect(
      await failure(
        edit(omar, view, [
          { name: 'Mine', list: {} },
          { name: 'Base', list: { sort: 'id' } },
        ]),
      ),
    ).toEqual(['conflict', 'name'])
    expect(await failure(edit(omar, view, [{ list: {} }, {}]))).toEqual(['base_required', '/base/list required'])
    const edited = await edit(omar, view, [{ list: { sort: '-id' } }, { list: { sort: 'id' } }])
    expect(edited).toMatchObject({ name: 'Base of all', list: { sort: '-id' } })
    await auth.views.remove(omar, view)
  })

  it('open a list for a role where an owner says so: one for each role, and only what the role is told of', async () => {
    const [one, other] = [
      await keep(layla, 'One', { sharedWith: ['editor', 'reader'] }),
      await keep(layla, 'Other', { sharedWith: ['editor'] }),
    ]
    const [none, both]: ViewChanges[] = [{ defaultFor: [] }, { defaultFor: ['editor', 'reader'] }]
    if (!none || !both) throw new Error('There are two')
    expect(await failure(edit(omar, one, [both, none]))).toEqual(['not_allowed'])
    expect(await failure(edit(layla, other, [both, none]))).toEqual(['invalid', '/values/defaultFor/1 not_an_option'])
    await edit(layla, one, [both, none])
    await edit(layla, other, [{ defaultFor: ['editor'] }, none])
    const defaults = async () => (await auth.views.told(layla)).map(({ name, defaultFor }) => [name, ...defaultFor])
    expect(await defaults()).toEqual([
      ['One', 'reader'],
      ['Other', 'editor'],
    ])
    await edit(layla, one, [{ sharedWith: ['editor'] }, { sharedWith: ['editor', 'reader'] }])
    expect(await defaults()).toEqual([['One'], ['Other', 'editor']])
    await auth.views.remove(layla, one)
    await auth.views.remove(layla, other)
  })

  it('have names that differ, as people read them, and are as many as fit', async () => {
    const view = await keep(omar, 'Résumé')
    expect(await failure(keep(omar, ' resume '))).toEqual(['invalid', '/name view_name_taken'])
    expect(await failure(keep(omar, '  '))).toEqual(['invalid', '/name required'])
    expect(await failure(keep(omar, 'x'.repeat(81)))).toEqual(['invalid', '/name too_long'])
    expect(await failure(keep(omar, 'a\nb'))).toEqual(['invalid', '/name malformed'])
    for (const [asker, model] of [
      [mona, 'orders'],
      [omar, 'customers'],
    ] as const)
      await auth.views.remove(asker, await keep(asker, 'Résumé', { model }))
    for (let number = 1; number < 100; number += 1) await keep(omar, `Number ${number}`, { model: `m${number % 7}` })
    expect(await failure(keep(omar, 'One more', { sharedWith: ['reader'] }))).toEqual([
      'invalid',
      '/sharedWith/0 not_an_option',
      ' too_many_views',
    ])
    await auth.views.remove(omar, view)
    await keep(omar, 'One more')
    expect(await failure(auth.views.restore(omar, view))).toEqual(['invalid', ' too_many_views'])
  })

  it('are arranged by each person for themselves', async () => {
    await auth.views.arrange(mona, 'orders', { order: ['b', 'a'] })
    await auth.views.arrange(mona, '__proto__', { start: '-' })
    await auth.views.arrange(mona, 'orders', { start: 'a' })
    const kept = await auth.views.arrangements(mona)
    expect(Object.entries(kept).toSorted()).toEqual([
      ['__proto__', { order: [], start: '-' }],
      ['orders', { order: ['b', 'a'], start: 'a' }],
    ])
    await auth.views.arrange(mona, 'orders', { start: null })
    expect((await auth.views.arrangements(mona)).orders).toEqual({ order: ['b', 'a'] })
    expect(await auth.views.arrangements(rami)).toEqual({})
  })

  it('go with their person, but for those that others work with: these are for owners to look after', async () => {
    const [own, shared] = [await keep(mona, 'Own'), await keep(mona, 'Of all', { sharedWith: ['editor'] })]
    await auth.removePerson(mona.id ?? '')
    expect(await names(mona)).toEqual(['Of all'])
    expect((await auth.views.told(layla)).map(({ name, person }) => [name, person])).toEqual([['Of all', null]])
    expect(await failure(auth.views.remove(mona, own))).toEqual(['not_found'])
    expect(await failure(edit(mona, shared, [{ name: 'x' }, { name: 'Of all' }]))).toEqual(['not_allowed'])
    await edit(layla, shared, [{ name: 'Kept' }, { name: 'Of all' }])
    expect(await names(omar)).toContain('Kept')
  })
})
