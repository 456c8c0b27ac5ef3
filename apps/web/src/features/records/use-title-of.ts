/** The title of a record that is known only by the value of a relation that points to it. */
import type { Titles } from '@haykal/contract'
import { type Json, type ModelField, titlesName } from '@haykal/model'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { pointedTitleOptions } from './pointed-title.ts'
import { pointerOf } from './pointer.ts'

/** The title; undefined while it is asked for, for a record that this person does not see, and for what is no relation. */
export function useTitleOf(field: ModelField, value: Json): string | undefined {
  const request = { client: useClient(), queries: useQueryClient() }
  const { data } = useQuery(pointedTitleOptions(request, pointerOf(field, value, useModels())))
  return data ?? undefined
}

/** Titles with that of the record which a value points to: of one that was only just chosen, it did not come with the record that is edited. */
export function useKnownTitles(field: ModelField, value: Json, titles: Titles): Titles {
  const title = useTitleOf(field, value)
  const target = titlesName(field)
  return title === undefined ? titles : { ...titles, [target]: { ...titles[target], [String(value)]: title } }
}

/** The titles of the records that several values point to, as far as they are known by now. */
export function useTitlesOf(field: ModelField, values: readonly Json[]): Titles {
  const request = { client: useClient(), queries: useQueryClient() }
  const models = useModels()
  const pointing = field.references === undefined ? [] : values
  const asked = useQueries({
    queries: pointing.map((value) => pointedTitleOptions(request, pointerOf(field, value, models))),
  })
  const known = pointing.flatMap((value, index) => {
    const title = asked[index]?.data
    return title ? [[String(value), title] as const] : []
  })
  return known.length > 0 ? { [titlesName(field)]: Object.fromEntries(known) } : {}
}
