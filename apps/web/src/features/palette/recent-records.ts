/** Remembers on this device which records a person opened last, for as long as they are signed in. */
import type { RecordReply } from '@haykal/contract'
import { isJsonObject, type Json, type Models } from '@haykal/model'
import type { Query, QueryClient } from '@tanstack/react-query'
import { titleOfRecord } from '../records/title-of-record.ts'
import { recentKey } from './forget-recent.ts'

/** A record that was opened. */
export interface RecentRecord {
  readonly model: string
  readonly id: string
  /** As it was called then. */
  readonly title: string
}

/** How many are remembered. */
const kept = 12

/** What a person opened, the last first; nothing where this browser keeps nothing, or kept what somebody else opened. */
export function recentRecords(person: string): readonly RecentRecord[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '{}')
    if (!isJsonObject(all) || all.person !== person || !Array.isArray(all.records)) return []
    return all.records.filter(isRecent)
  } catch {
    return []
  }
}

/** What is watched, and what was on the screen before. */
export interface WatchOptions {
  readonly models: () => Models
  /** What was shown before the watch began, the last at the end, whether it still is or not. */
  readonly early: Iterable<Query>
}

/** Watches which records are shown, whichever screen shows them; what it returns ends that. */
export function watchRecentRecords(queries: QueryClient, person: string, { models, early }: WatchOptions): () => void {
  const look = (query: Query) => {
    const [group, name, part, id] = query.queryKey
    if (group !== 'records' || part !== 'record' || typeof id !== 'string') return
    const model = models().get(String(name))
    const reply = query.state.data as RecordReply | undefined
    const others = recentRecords(person).filter((each) => each.model !== name || each.id !== id)
    if (query.state.status === 'error') keep(person, others)
    else if (model && reply) {
      keep(person, [{ model: model.name, id, title: titleOfRecord(model, reply) }, ...others])
    }
  }
  const cache = queries.getQueryCache()
  for (const query of early) look(query)
  for (const query of cache.findAll({ queryKey: ['records'], type: 'active' })) look(query)
  return cache.subscribe((event) => {
    const isNews = event.type === 'updated' && (event.action.type === 'success' || event.action.type === 'error')
    if (event.query.isActive() && (event.type === 'observerAdded' || isNews)) look(event.query)
  })
}

function keep(person: string, records: readonly RecentRecord[]): void {
  try {
    localStorage.setItem(recentKey, JSON.stringify({ person, records: records.slice(0, kept) }))
  } catch {
    // A browser that keeps nothing shows no recent records; nothing else depends on them.
  }
}

function isRecent(value: unknown): value is RecentRecord & Json {
  return isJsonObject(value) && [value.model, value.id, value.title].every((each) => typeof each === 'string')
}
