/** The titles of the records that a new record points to from the beginning. */
import type { Titles } from '@haykal/contract'
import type { AnyRecord, Model } from '@haykal/model'
import { useQueries } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { titleOfRecord } from '../records/title-of-record.ts'
import { recordOptions } from './record-options.ts'

/** Titles by model and key; those that are still asked for, or not to be seen, are missing. */
export function useParentTitles(model: Model, record: AnyRecord): Titles {
  const client = useClient()
  const models = useModels()
  const parents = model.fields.flatMap((field) => {
    const target = models.get(field.references ?? '')
    const key = record[field.name] ?? null
    return target && key !== null ? [{ target, key: String(key) }] : []
  })
  const replies = useQueries({ queries: parents.map(({ target, key }) => recordOptions(client, target.name, key)) })
  const titles: { [model: string]: { [key: string]: string } } = {}
  for (const [index, { target, key }] of parents.entries()) {
    const reply = replies[index]?.data
    if (reply) titles[target.name] = { ...titles[target.name], [key]: titleOfRecord(target, reply) }
  }
  return titles
}
