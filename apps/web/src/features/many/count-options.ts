/** Asks beforehand how many records a change of many would be about, and how many of them may be changed. */
import type { ManyCount } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { queryOptions } from '@tanstack/react-query'
import { findingsOf, type ManyTarget } from './many-target.ts'

/** The count, as it was at one moment: asked anew for every question, since others go on working. */
export function countOptions(client: Client, target: ManyTarget, act: 'edit' | 'remove') {
  const findings = findingsOf(target)
  const { name } = target.model
  return queryOptions({
    // Not among the records: asked again while it runs, others' changes would pass for those that were seen.
    queryKey: ['many', name, act, findings],
    queryFn: async ({ signal }): Promise<ManyCount> => {
      const counts: ManyCount[] = []
      // One after the other: the first tells the moment from which on others' changes are kept.
      for (const finding of findings)
        counts.push(await client.call('countMany', { path: { model: name }, body: { act, ...finding }, signal }))
      return {
        found: counts.reduce((sum, { found }) => sum + found, 0),
        allowed: counts.reduce((sum, { allowed }) => sum + allowed, 0),
        asOf: counts[0]?.asOf ?? '',
      }
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
  })
}
