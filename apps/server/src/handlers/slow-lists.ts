/** Slow lists over HTTP: which there were, and the index that helps. For owners; for everybody else there is nothing. */
import { isToldTo } from '@haykal/auth'
import type { SlowListsReply } from '@haykal/contract'
import { invalid, notFound, type Viewer } from '@haykal/model'
import { type KeptList, makeAdvisedIndex, presentSlowLists } from '@haykal/records'
import type { Handlers } from '../http/asked.ts'
import type { State } from './state.ts'

/** The handlers of slow lists. */
export function slowListsHandlers(state: State): Pick<Handlers, 'readSlowLists' | 'makeIndex'> {
  const present = async (viewer: Viewer): Promise<SlowListsReply> => {
    const views = await state.auth.views.everybodys()
    const kept = views.map((view): KeptList => ({ ...view, isTold: isToldTo(view, viewer) }))
    return { lists: await presentSlowLists(await state.records(), viewer, kept) }
  }
  return {
    readSlowLists: async ({ viewer }) => ({ reply: await present(viewer) }),
    async makeIndex({ viewer, path: { model }, body: { terms } }) {
      const core = await state.records()
      // In a database of somebody else's nothing is made: its owner is told the statement.
      if (!core.hasOwnTables || !core.access.for(viewer).model(model)) throw notFound()
      if (!(await makeAdvisedIndex(core, viewer, { model, terms })))
        throw invalid([{ pointer: '/terms', code: 'not_an_option' }])
      return { reply: await present(viewer) }
    },
  }
}
