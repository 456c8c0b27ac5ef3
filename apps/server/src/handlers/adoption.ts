/** What became of an adopted database, and what its owner corrects; for a project there is nothing of it. */
import { notFound } from '@haykal/model'
import type { AdoptedDatabase } from '../adopted/adopted-database.ts'
import { keepCorrection, keepOrder } from '../adopted/keep-corrections.ts'
import { modelReportOf, reportOf } from '../adopted/report-adoption.ts'
import type { Handlers } from '../http/asked.ts'
import type { State } from './state.ts'

/** The handlers of adoption. */
export function adoptionHandlers({
  adopted,
  auth: { settings },
}: State): Pick<Handlers, 'readAdoption' | 'arrangeModels' | 'correctModel'> {
  /** The database as it is now; told as it was last known while it is in trouble. */
  const present = async (): Promise<AdoptedDatabase> => {
    if (!adopted) throw notFound()
    await adopted.look()
    return adopted
  }
  return {
    readAdoption: async () => ({ reply: reportOf((await present()).held) }),
    async arrangeModels({ body }) {
      const held = await (await present()).correct((before) => keepOrder(settings, before, body))
      return { reply: reportOf(held) }
    },
    async correctModel({ path: { model }, body }) {
      const held = await (await present()).correct((before) => keepCorrection(settings, before, { model, ...body }))
      const reply = modelReportOf(held, model)
      if (!reply) throw notFound()
      return { reply }
    },
  }
}
