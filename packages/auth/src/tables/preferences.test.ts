// What people chose is kept for each apart, on every engine.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@haykal/database'
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Auth, createAuth } from '../create-auth.ts'

const password = 'a sentence is good'
let folder: string
let postgres: RunningPostgres
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-preferences-'))
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

describe.each(Object.entries(places))('preferences on %s', (_engine, place) => {
  let database: Database
  let auth: Auth
  let layla: string
  let omar: string
  beforeAll(async () => {
    database = await openDatabase(await place())
    auth = await createAuth({ database })
    layla = (await auth.createPerson({ email: 'layla@example.com', name: 'Layla', password, role: 'owner' })).id
    omar = (await auth.createPerson({ email: 'omar@example.com', name: 'Omar', password, role: 'reader' })).id
  })
  afterAll(async () => {
    await database.close()
  })

  it('are not there before anything was chosen', async () => {
    expect(await auth.preferences.read(layla)).toBeUndefined()
  })

  it('keep what is not named and take back what is null', async () => {
    await auth.preferences.change(layla, { language: 'ar', theme: 'dark', favourites: ['orders', 'صنف'] })
    expect(await auth.preferences.change(layla, { theme: null, keys: false })).toEqual({
      language: 'ar',
      favourites: ['orders', 'صنف'],
      keys: false,
    })
    expect(await auth.preferences.read(omar)).toBeUndefined()
  })

  it('remember that everything was taken back', async () => {
    await auth.preferences.change(omar, { density: 'compact' })
    await auth.preferences.change(omar, { density: null })
    expect(await auth.preferences.read(omar)).toEqual({})
  })

  it('count two changes at once', async () => {
    const both = [auth.preferences.change(omar, { theme: 'light' }), auth.preferences.change(omar, { digits: 'arab' })]
    await Promise.all(both)
    expect(await auth.preferences.read(omar)).toEqual({ theme: 'light', digits: 'arab' })
  })

  it('go with the person', async () => {
    await auth.removePerson(omar)
    expect(await auth.preferences.read(omar)).toBeUndefined()
    expect(await auth.preferences.read(layla)).toBeDefined()
  })
})
