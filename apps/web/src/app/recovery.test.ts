import { type Client, createClient } from '@haykal/contract/client'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bootOptions } from '../features/boot/boot-options.ts'
import { watchRecovery } from './recovery.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** Asks what there is to see; what is read in tasks of its own comes with time, which stands still here. */
async function boot(queries: QueryClient, client: Client): Promise<void> {
  const asked = queries.fetchQuery(bootOptions(client))
  await vi.advanceTimersByTimeAsync(10)
  await asked
}

/** A page that shows a list, of a server whose database comes and goes; `asked` are the paths that were asked for. */
async function openPage() {
  const server: { isAway: boolean; tellsWhy: boolean; asked: string[] } = { isAway: false, tellsWhy: true, asked: [] }
  const client = createClient({
    async fetch(path) {
      server.asked.push(path)
      if (path.endsWith('/boot')) {
        return Response.json({ models: [], ...(server.isAway && server.tellsWhy && { trouble: 'missing' }) })
      }
      if (!server.isAway) return Response.json({ data: [] })
      return Response.json({ code: 'unavailable', params: { reason: 'missing' } }, { status: 503 })
    },
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  watchRecovery({ client, queries })
  await boot(queries, client)
  const list = new QueryObserver(queries, {
    queryKey: ['records', 'books'],
    queryFn: () => client.call('listRecords', { path: { model: 'books' }, query: {} }),
  })
  list.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(10)
  server.asked = []
  return { server, list, troubleTold: () => queries.getQueryData(bootOptions(client).queryKey)?.trouble }
}

test('asks why as soon as something could not be had, and again every three seconds', async () => {
  const { server, list, troubleTold } = await openPage()
  server.isAway = true
  await list.refetch()
  await vi.advanceTimersByTimeAsync(10)
  expect(troubleTold()).toBe('missing')
  server.asked = []
  await vi.advanceTimersByTimeAsync(9000)
  expect(server.asked).toEqual(Array(3).fill('/api/v1/-/boot'))
})

test('asks for everything that is shown once it is back, and then for nothing more', async () => {
  const { server, list, troubleTold } = await openPage()
  server.isAway = true
  await list.refetch()
  await vi.advanceTimersByTimeAsync(10)
  server.isAway = false
  await vi.advanceTimersByTimeAsync(3000)
  expect(troubleTold()).toBeUndefined()
  expect(list.getCurrentResult().isSuccess).toBe(true)
  server.asked = []
  await vi.advanceTimersByTimeAsync(9000)
  expect(server.asked).toEqual([])
})

test('learns what there is to see when a list is refused, and asks again only if that has changed', async () => {
  let fields: readonly string[] = ['name', 'wage']
  let asked = 0
  const client = createClient({
    async fetch(path) {
      asked += 1
      if (path.endsWith('/boot')) {
        const told = Object.fromEntries(fields.map((name) => [name, { kind: 'text' }]))
        return Response.json({ models: [{ name: 'people', fields: told, can: {} }] })
      }
      return Response.json({ code: 'malformed' }, { status: 400 })
    },
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  watchRecovery({ client, queries })
  await boot(queries, client)
  const key = ['records', 'people', 'list', {}]
  const ask = () =>
    queries
      .fetchQuery({ queryKey: key, queryFn: () => client.get('/api/v1/people'), staleTime: 0 })
      .catch(() => undefined)
  asked = 0
  await ask()
  await vi.advanceTimersByTimeAsync(100)
  expect({ asked, isKept: queries.getQueryCache().find({ queryKey: key }) !== undefined }).toEqual({
    asked: 2,
    isKept: true,
  })
  fields = ['name']
  await ask()
  await vi.advanceTimersByTimeAsync(100)
  expect(queries.getQueryData(bootOptions(client).queryKey)?.models[0]?.fields).toEqual({ name: { kind: 'text' } })
  expect(queries.getQueryCache().find({ queryKey: key })).toBeUndefined()
})

test('never asks faster, even where nobody tells of a trouble', async () => {
  const { server, list } = await openPage()
  Object.assign(server, { isAway: true, tellsWhy: false })
  await list.refetch()
  await vi.advanceTimersByTimeAsync(10)
  server.asked = []
  await vi.advanceTimersByTimeAsync(6000)
  expect(server.asked.filter((path) => path.endsWith('/boot'))).toHaveLength(2)
})
