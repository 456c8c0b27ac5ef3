import { fieldKinds, integer, text } from '@haykal/fields'
import { resolveModels } from '@haykal/model'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { forgetRecentRecords, recentKey } from './forget-recent.ts'
import { recentRecords, watchRecentRecords } from './recent-records.ts'

const models = resolveModels([{ name: 'people', key: 'id', title: 'name', fields: { id: integer(), name: text() } }], {
  kinds: fieldKinds,
})
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  // Node has no storage of a browser.
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  })
})

/** Shows a record, as a screen does; what it returns takes it off the screen. */
async function show(queries: QueryClient, id: string, answer: () => Promise<object>): Promise<() => void> {
  const observer = new QueryObserver(queries, {
    queryKey: ['records', 'people', 'record', id],
    queryFn: answer,
    retry: false,
  })
  const stop = observer.subscribe(() => {})
  await observer.refetch()
  return stop
}

const person = (name: string) => async () => ({ data: { id: 1, name }, meta: { titles: {} } })
const titles = () => recentRecords('me').map(({ title }) => title)

test('remembers what is shown, the last first, and nothing twice', async () => {
  const queries = new QueryClient()
  const stop = watchRecentRecords(queries, 'me', { models: () => models, early: [] })
  ;(await show(queries, '1', person('Ada')))()
  ;(await show(queries, '2', person('Bo')))()
  ;(await show(queries, '1', person('Ada L.')))()
  expect(titles()).toEqual(['Ada L.', 'Bo'])
  stop()
})

test('remembers what was on the screen already, and not what was merely fetched', async () => {
  const queries = new QueryClient()
  await show(queries, '1', person('Ada'))
  await queries.prefetchQuery({ queryKey: ['records', 'people', 'record', '2'], queryFn: person('Bo') })
  watchRecentRecords(queries, 'me', { models: () => models, early: [] })()
  expect(titles()).toEqual(['Ada'])
})

test('remembers what was shown before the watch began, also where it no longer is', async () => {
  const queries = new QueryClient()
  ;(await show(queries, '1', person('Ada')))()
  ;(await show(queries, '2', person('Bo')))()
  const early = queries.getQueryCache().getAll()
  watchRecentRecords(queries, 'me', { models: () => models, early })()
  expect(titles()).toEqual(['Bo', 'Ada'])
})

test('forgets what is gone', async () => {
  const queries = new QueryClient()
  const stop = watchRecentRecords(queries, 'me', { models: () => models, early: [] })
  ;(await show(queries, '1', person('Ada')))()
  ;(await show(queries, '1', () => Promise.reject(new Error('not there'))))()
  expect(titles()).toEqual([])
  stop()
})

test('shows nobody what somebody else opened, and nothing after signing out', async () => {
  const queries = new QueryClient()
  const stop = watchRecentRecords(queries, 'me', { models: () => models, early: [] })
  await show(queries, '1', person('Ada'))
  stop()
  expect(recentRecords('you')).toEqual([])
  expect(titles()).toEqual(['Ada'])
  forgetRecentRecords()
  expect(titles()).toEqual([])
})

test('takes for nothing what is no list of records', () => {
  kept.set(recentKey, '{"person":"me","records":[{"model":7},null]}')
  expect(recentRecords('me')).toEqual([])
  kept.set(recentKey, 'null')
  expect(recentRecords('me')).toEqual([])
  kept.set(recentKey, '{')
  expect(recentRecords('me')).toEqual([])
})
