/**
 * The lists of a project's browser code: `haykal.web.ts` exports `web`, for signed-in people; `haykal.public.ts` exports
 * `screens`, for everyone. Both name the project as a type only: its models must not travel with the code.
 */
import type { ComponentType } from 'react'
import type { Project } from '../define-project.ts'
import type { ModelView } from './define-model-view.ts'

/** Loads the module of a screen, which exports its component as `Screen`. */
export type ScreenLoader = () => Promise<{ readonly Screen: ComponentType }>

type ScreenOf<P extends Project> = NonNullable<P['screens']>[number]
type PublicName<P extends Project> = Extract<ScreenOf<P>, { readonly public: true }>['name']
type PrivateName<P extends Project> = Exclude<ScreenOf<P>['name'], PublicName<P>>

/** What `haykal.public.ts` exports as `screens`. */
export type ProjectPublic = { readonly [screen: string]: ScreenLoader }

/** What `haykal.web.ts` exports as `web`. */
export interface ProjectWeb {
  readonly screens: { readonly [screen: string]: ScreenLoader }
  // The exact model of each view matters where it is written, not where it is used.
  readonly views: readonly Pick<ModelView, 'model'>[]
}

/** Lists the component of every public screen: `definePublicScreens<typeof project>({ … })`. One that is missing does not compile. */
export function definePublicScreens<P extends Project = never>(
  screens: {
    readonly [Name in PublicName<P>]: ScreenLoader
  },
): ProjectPublic {
  return screens
}

/** Lists the component of every screen for signed-in people, and the views of models that look different here: `defineWeb<typeof project>({ … })`. */
export function defineWeb<P extends Project = never>(web: {
  readonly screens: { readonly [Name in PrivateName<P>]: ScreenLoader }
  readonly views: readonly Pick<ModelView, 'model'>[]
}): ProjectWeb {
  return web
}
