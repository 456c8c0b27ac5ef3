/** A project's own browser code: its addresses come with boot, so that the app never names a project. */
import type { Boot, BootModule } from '@haykal/contract'
import type { ModelView, ProjectPublic, ProjectWeb, ScreenLoader } from 'haykal/web'
import { use, useSyncExternalStore } from 'react'

interface Loaded {
  readonly screens: { readonly [name: string]: ScreenLoader }
  readonly views: ReadonlyMap<string, ModelView>
}

type FaceModule = { readonly screens?: ProjectPublic; readonly web?: ProjectWeb }

const faces = new Map<string, FaceModule>()
let loaded: Loaded = { screens: {}, views: new Map() }
const listeners = new Set<() => void>()
/** What was asked for last, by its addresses; `isDone` once it has come or failed. */
let asked: { readonly key: string; readonly coming: Promise<void>; isDone: boolean } | undefined

/** Fetches the project's code that this person may load; what cannot be fetched leaves its screens and views out. */
export function loadProjectModules({ modules }: Boot): Promise<void> {
  const wanted = [modules.public, modules.web].filter((module) => module !== undefined)
  const key = wanted.map(({ address }) => address).join(' ')
  if (asked?.key === key) return asked.coming
  const coming = load(wanted).then(() => {
    asking.isDone = true
  })
  const asking = { key, coming, isDone: false }
  asked = asking
  return coming
}

/** Waits for that code with what is drawn. */
export function useProjectModules(boot: Boot): void {
  const coming = loadProjectModules(boot)
  if (!asked?.isDone) use(coming)
}

async function load(wanted: readonly BootModule[]): Promise<void> {
  const addresses = wanted.map(({ address }) => address)
  const results = await Promise.allSettled(
    wanted.map(async ({ address, ahead }) => {
      if (faces.has(address)) return
      ahead.forEach(fetchAhead)
      const face: FaceModule = await import(/* @vite-ignore */ address)
      faces.set(address, face)
    }),
  )
  for (const result of results) if (result.status === 'rejected') console.error(result.reason)
  publish(addresses)
}

/** Has the browser fetch a file that a module is about to ask for. */
function fetchAhead(href: BootModule['ahead'][number]): void {
  const link = document.createElement('link')
  if (href.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style', href })
  else Object.assign(link, { rel: 'modulepreload', href })
  document.head.append(link)
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
