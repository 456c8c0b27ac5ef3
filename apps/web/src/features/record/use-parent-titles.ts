/** The titles of the records that a new record points to from the beginning. */
import type { Titles } from '@haykal/contract'
import { type AnyRecord, type Model, titlesName } from '@haykal/model'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { pointedTitleOptions } from '../records/pointed-title.ts'
import { pointerOf } from '../records/pointer.ts'

/** Titles by model and key; those that are still asked for, or not to be seen, are missing. */
export function useParentTitles(model: Model, record: AnyRecord): Titles {
  const request = { client: useClient(), queries: useQueryClient() }
  const models = useModels()
  const parents = model.fields.flatMap((field) => {
    const value = record[field.name] ?? null
    const pointer = pointerOf(field, value, models)
    return pointer ? [{ pointer, name: titlesName(field), text: String(value) }] : []
  })
  return useQueries({
    queries: parents.map(({ pointer }) => pointedTitleOptions(request, pointer)),
    combine: (found) => {
      const titles: { [model: string]: { [key: string]: string } } = {}
      for (const [index, { name, text }] of parents.entries()) {
        const title = found[index]?.data
        if (typeof title === 'string') titles[name] = { ...titles[name], [text]: title }
      }
      return titles
    },
  })
}
