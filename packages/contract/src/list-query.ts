/** A list query as a query string; the other half, reading it, is the server's (`apps/server/src/http/read-list-query.ts`). */
import type { ListQuery } from './messages.ts'

/** Writes a list query as it stands behind the `?`; empty when everything has its default. */
export function writeListQuery(query: ListQuery): URLSearchParams {
  const written = new URLSearchParams()
  if (query.filter !== undefined && Object.keys(query.filter).length > 0)
    written.set('filter', JSON.stringify(query.filter))
  if (query.sort) written.set('sort', query.sort)
  if (query.q) written.set('q', query.q)
  if (query.fields !== undefined) written.set('fields', query.fields.join(','))
  if (query.limit !== undefined) written.set('limit', String(query.limit))
  if (query.after !== undefined) written.set('after', query.after)
  if (query.before !== undefined) written.set('before', query.before)
  if (query.last !== undefined) written.set('last', String(query.last))
  if (query.at !== undefined) written.set('at', query.at)
  if (query.from !== undefined) written.set('from', query.from)
  if (query.count !== undefined) written.set('count', query.count)
  if (query.facets !== undefined) written.set('facets', query.facets.join(','))
  if (query.whole !== undefined) written.set('whole', String(query.whole))
  return written
}
