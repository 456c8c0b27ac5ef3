/** A project's own browser code: its addresses come with boot, so that the app never names a project. */
import type { Boot } from '@haykal/contract'
import type { ModelView, ProjectPublic, ProjectWeb, ScreenLoader } from 'haykal/web'
import { useSyncExternalStore } from 'react'

interface Loaded {
  readonly screens: { readonly [name: string]: ScreenLoader }
  readonly views: ReadonlyMap<string, ModelView>
}

type FaceModule = { readonly screens?: ProjectPublic; readonly web?: ProjectWeb }

const faces = new Map<string, FaceModule>()
let loaded: Loaded = { screens: {}, views: new Map() }
const listeners = new Set<() => void>()

/** Fetches the project's code that this person may load; what cannot be fetched leaves its screens and views out. */
export async function loadProjectModules({ modules }: Boot): Promise<void> {
  const addresses = [modules.public, modules.web].filter((address) => address !== undefined)
  const results = await Promise.allSettled(
    addresses.map(async (address) => {
      if (faces.has(address)) return
      const face: FaceModule = await import(/* @vite-ignore */ address)
      faces.set(address, face)
    }),
  )
  for (const result of results) if (result.status === 'rejected') console.error(result.reason)
  publish(addresses)
}

function publish(addresses: Iterable<string>): void {
  const all = [...addresses].flatMap((address) => faces.get(address) ?? [])
  loaded = {
    screens: Object.assign({}, ...all.map((face) => ({ ...face.screens, ...face.web?.screens }))),
    // Each view was checked against its model where it was written.
    views: new Map(all.flatMap((face) => (face.web?.views ?? []) as ModelView[]).map((view) => [view.model, view])),
  }
  for (const listener of listeners) listener()
}

/** Puts a newly written face in the place of the old one; only in development. */
export function replaceProjectFace(address: string, face: FaceModule): void {
  faces.set(address, face)
  publish(faces.keys())
}

function useLoaded(): Loaded {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => loaded,
  )
}

/** The view of a model where the project has one of its own. */
export function useModelView(model: string): ModelView | undefined {
  return useLoaded().views.get(model)
}

/** What loads the component of a screen; undefined where the project's code does not list it. */
export function useScreenLoader(name: string): ScreenLoader | undefined {
  const { screens } = useLoaded()
  return Object.hasOwn(screens, name) ? screens[name] : undefined
}
