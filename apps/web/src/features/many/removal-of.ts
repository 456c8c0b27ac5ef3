/** Which records a removal of many is about, each told so that one which somebody changed meanwhile is kept. */
import type { WhichRecords } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { HaykalError } from '@haykal/model'
import { findingsOf, type ManyTarget } from './many-target.ts'

/** How many records are asked for at once. */
const atOnce = 4

/** The records. What one filter names is named by it; keys of several fields that do not go into one are looked up one by one. */
export async function removalOf(client: Client, target: ManyTarget, asOf: string): Promise<WhichRecords> {
  const filters = findingsOf(target)
  if (target.chosen.isAll || filters.length === 1) return { ...filters[0], asOf }
  if (target.model.key.length === 1) return { filter: { or: filters.map(({ filter = {} }) => filter) }, asOf }
  const ids = [...target.chosen.records.keys()]
  const etags = new Map<string, string>()
  const lookUp = async (id: string) => {
    const etag = await etagOf(client, target.model.name, id)
    if (etag !== undefined) etags.set(id, etag)
  }
  for (let at = 0; at < ids.length; at += atOnce) await Promise.all(ids.slice(at, at + atOnce).map(lookUp))
  return { records: [...etags].map(([id, etag]) => ({ id, etag })) }
}

/** Undefined: it is gone already. */
async function etagOf(client: Client, model: string, id: string): Promise<string | undefined> {
  try {
    return (await client.call('readRecord', { path: { model, id } })).meta.etag
  } catch (error) {
    if (error instanceof HaykalError && error.code === 'not_found') return undefined
    throw error
  }
}
