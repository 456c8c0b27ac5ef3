import { createClient } from '@haykal/contract/client'
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
  await queries.fetchQuery(bootOptions(client))
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

test('never asks faster, even where nobody tells of a trouble', async () => {
  const { server, list } = await openPage()
  Object.assign(server, { isAway: true, tellsWhy: false })
  await list.refetch()
  await vi.advanceTimersByTimeAsync(10)
  server.asked = []
  await vi.advanceTimersByTimeAsync(6000)
  expect(server.asked.filter((path) => path.endsWith('/boot'))).toHaveLength(2)
})
