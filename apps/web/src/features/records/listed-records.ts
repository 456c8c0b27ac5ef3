/** Changes what is at hand of a record in lists before the server has answered, and takes the change back when it is refused. */
import type { Titles } from '@haykal/contract'
import { type AnyRecord, type Json, type Model, recordId, titlesName } from '@haykal/model'
import type { QueryClient } from '@tanstack/react-query'
import type { FoundRecord } from './found-records.ts'
import { type PagesAtHand, type PlacedPage, recordsKey } from './record-pages.ts'

/** A record that lists may show. */
export interface ListedId {
  readonly model: Model
  readonly id: string
}

/** What is new in it. */
export interface ListedChange {
  readonly values: AnyRecord
  /** Of what the values point to. */
  readonly titles: Titles
}

/** Gives back what the lists showed before. */
export type Restore = () => void

/** Shows new values in the rows of a record. */
export function editListed(queries: QueryClient, { model, id }: ListedId, { values, titles }: ListedChange): Restore {
  return changePages(queries, model, (pages) =>
    pages.map((page) => editedPage(page, { model, id }, { values, titles })),
  )
}

function editedPage(page: PlacedPage, { model, id }: ListedId, { values, titles }: ListedChange): PlacedPage {
  const place = page.data.findIndex((record) => recordId(model, record) === id)
  const record = page.data[place]
  if (!record) return page
  // Lists hold only the fields that they show.
  const shown = Object.entries(values).filter(([name]) => Object.hasOwn(record, name))
  return {
    ...page,
    data: page.data.with(place, { ...record, ...Object.fromEntries(shown) }),
    meta: { ...page.meta, titles: joinTitles(page.meta.titles, titles) },
  }
}

/** Takes the rows of a record out; those behind it move up. */
export function removeListed(queries: QueryClient, { model, id }: ListedId): Restore {
  return changePages(queries, model, (pages) => {
    const at = pages.findIndex(({ data }) => data.some((record) => recordId(model, record) === id))
    if (at < 0) return pages
    return pages.map((page, index) => ({
      ...page,
      start: index > at ? page.start - 1 : page.start,
      count: page.count && { ...page.count, value: page.count.value - (page.count.kind === 'exact' ? 1 : 0) },
      data: index === at ? page.data.filter((record) => recordId(model, record) !== id) : page.data,
    }))
  })
}

/** The titles of what values point to, as far as they were found while somebody looked for them. */
export function titlesAtHand(queries: QueryClient, model: Model, values: AnyRecord): Titles {
  const titles: { [name: string]: { [key: string]: string } } = {}
  for (const field of model.fields) {
    const value = values[field.name] ?? null
    if (field.references === undefined || value === null) continue
    const title = foundTitle(queries, field.references, value)
    if (title !== undefined) titles[titlesName(field)] = { ...titles[titlesName(field)], [String(value)]: title }
  }
  return titles
}

function foundTitle(queries: QueryClient, target: string, key: Json): string | undefined {
  const found = queries.getQueriesData<readonly FoundRecord[]>({ queryKey: [...recordsKey(target), 'found'] })
  return found.flatMap(([, records]) => records ?? []).find((record) => record.key === key)?.title
}

/** Both, the second over the first. */
export function joinTitles(first: Titles, second: Titles): Titles {
  const names = Object.keys(second)
  return { ...first, ...Object.fromEntries(names.map((name) => [name, { ...first[name], ...second[name] }])) }
}

function changePages(
  queries: QueryClient,
  model: Model,
  change: (pages: readonly PlacedPage[]) => readonly PlacedPage[],
): Restore {
  // Without a key no record can be told from the others.
  if (model.key.length === 0) return () => undefined
  const queryKey = [...recordsKey(model.name), 'list']
  // An answer that is on its way knows nothing of the change.
  void queries.cancelQueries({ queryKey })
  const before = queries.getQueriesData<PagesAtHand>({ queryKey })
  for (const [key, data] of before) {
    const updatedAt = queries.getQueryState(key)?.dataUpdatedAt
    const next = data && { ...data, pages: [...change(data.pages)] }
    queries.setQueryData<PagesAtHand>(key, next, updatedAt === undefined ? {} : { updatedAt })
  }
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data)
    void queries.invalidateQueries({ queryKey })
  }
}
