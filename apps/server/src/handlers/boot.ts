/** Tells the browser all that it needs to begin: who is asking, and what they may see. */

import { describeModels } from '@haykal/records'
import type { Handlers } from '../http/asked.ts'
import type { State } from './state.ts'

/** The handler of boot. */
export function bootHandlers(state: State): Pick<Handlers, 'boot'> {
  const { auth, core, label, languages, screens, modules, version } = state
  return {
    async boot({ viewer, person }) {
      // Signed in, there is somebody; only a stranger has to know whether this place has an owner yet.
      const needsSetup = person === undefined && (await auth.countOwners()) === 0
      await state.openModels?.refresh()
      return {
        reply: {
          project: { name: label, languages },
          ...(person ? { person } : {}),
          ...(needsSetup ? { needsSetup } : {}),
          models: describeModels(core, viewer),
          screens: screens.filter((screen) => person !== undefined || screen.public === true),
          modules: {
            ...(modules.public === undefined ? {} : { public: modules.public }),
            ...(modules.web === undefined || person === undefined ? {} : { web: modules.web }),
          },
          version,
        },
      }
    },
  }
}
