/** Tells the browser all that it needs to begin: who is asking, and what they may see. */
import { describeModels } from '@haykal/records'
import { expectKnown } from '../adopted/trouble.ts'
import type { Handlers } from '../http/asked.ts'
import { preferencesOf } from './preferences.ts'
import type { State } from './state.ts'
import { viewsOfAll } from './views.ts'

/** The handler of boot. */
export function bootHandlers(state: State): Pick<Handlers, 'boot'> {
  const { auth, adopted, label, languages, screens, modules } = state
  return {
    async boot({ viewer, person, viewing }) {
      // Signed in, there is somebody; only a stranger has to know whether this place has an owner yet.
      const needsSetup = person === undefined && viewing === undefined && (await auth.countOwners()) === 0
      // People are let in whatever state the records are in: what is told of them is then what was known last.
      await adopted?.look().catch(expectKnown)
      await adopted?.learnUnlocked().catch(expectKnown)
      const preferences = person && (await preferencesOf(state, person.id))
      // With them, a list is opened with nothing more to ask for.
      const views = await viewsOfAll(state, viewer)
      const { core, version } = state
      return {
        isPacked: true,
        reply: {
          project: { name: label, languages },
          ...(person ? { person: { ...person, ...(preferences ? { preferences } : {}) } } : {}),
          ...(needsSetup ? { needsSetup } : {}),
          ...(viewing ? { viewing } : {}),
          ...(viewer.role === 'owner' ? { canManagePeople: true } : {}),
          models: describeModels(core, viewer),
          ...(views.size > 0 ? { views: Object.fromEntries(views) } : {}),
          ...(adopted?.trouble === undefined ? {} : { trouble: adopted.trouble }),
          ...(adopted && viewer.role === 'owner' ? { canCorrect: true } : {}),
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
