/** Changes of many records, and actions, over HTTP. */
import type { Handlers } from '../http/asked.ts'
import { originOf } from '../http/origin-of.ts'
import { openWritable } from './records.ts'
import type { State } from './state.ts'

/** The handlers of changes of many records. */
export function manyHandlers(state: State): Pick<Handlers, 'countMany' | 'editMany' | 'removeMany' | 'runAction'> {
  const changeMany = async (asked: Parameters<Handlers['editMany'] | Handlers['removeMany']>[0]) => {
    const { model } = asked.path
    const records = await openWritable(state, asked, { model, origin: originOf(asked, 'bulk') })
    return { reply: await records.changeMany(model, asked.body) }
  }
  return {
    async countMany(asked) {
      const { model } = asked.path
      return { reply: await (await openWritable(state, asked, { model })).countMany(model, asked.body) }
    },
    editMany: changeMany,
    removeMany: changeMany,
    async runAction(asked) {
      const { model, name } = asked.path
      const records = await openWritable(state, asked, { model })
      return { reply: await records.runAction(model, { name, records: asked.body.records }) }
    },
  }
}
