/** Asks what became of an adopted database, and tells everyone when that was corrected. */
import type { AdoptedModel, AdoptionReport } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { bootOptions } from '../boot/boot-options.ts'

/** The report. */
export function adoptionOptions(client: Client) {
  return queryOptions({
    queryKey: ['adoption'],
    queryFn: ({ signal }) => client.call('readAdoption', { signal }),
    staleTime: 0,
  })
}

/** A report in which one model is another. */
export function withModel(report: AdoptionReport, model: AdoptedModel): AdoptionReport {
  const isSame = (each: AdoptedModel) => each.definition.name === model.definition.name
  return { ...report, models: report.models.map((each) => (isSame(each) ? model : each)) }
}

/** Asks anew what there is to see: the sidebar changes at once, and records are shown as they are understood now. */
export async function bootAnew(client: Client, queries: QueryClient): Promise<void> {
  await queries.fetchQuery({ ...bootOptions(client), staleTime: 0 })
  queries.removeQueries({ queryKey: ['records'] })
}
