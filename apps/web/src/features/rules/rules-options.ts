/** Asks what is said of who may do what, and what other rules would mean. */
import type { SaidRules } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

/** What is said of a model. */
export function rulesOptions(client: Client, model: string) {
  return queryOptions({
    queryKey: ['rules', model],
    queryFn: ({ signal }) => client.call('readRules', { path: { model }, signal }),
    staleTime: 0,
  })
}

/** Rules that are tried. */
export interface TriedRules {
  readonly model: string
  /** What is kept, which they are compared with. */
  readonly kept: SaidRules
  readonly rules: SaidRules
}

/** How many records each role would see. */
export function effectsOptions(client: Client, { model, kept, rules }: TriedRules) {
  return queryOptions({
    queryKey: ['rule-effects', model, kept, rules],
    queryFn: ({ signal }) => client.call('tryRules', { path: { model }, body: { rules }, signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}
