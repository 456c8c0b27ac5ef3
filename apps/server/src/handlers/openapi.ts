/** The API as a document, for whoever asks: with the models and fields that they may see. */
import type { Handlers } from '../http/asked.ts'
import { buildOpenapi } from '../openapi/build-openapi.ts'
import type { State } from './state.ts'

/** The handler of the document. */
export function openapiHandlers(state: State, publicUrl: URL | undefined): Pick<Handlers, 'openapi'> {
  return {
    async openapi({ viewer }) {
      await state.adopted?.look()
      return { reply: buildOpenapi({ state, viewer, ...(publicUrl === undefined ? {} : { publicUrl }) }) }
    },
  }
}
