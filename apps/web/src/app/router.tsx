/** The screens and their addresses. */

import type { Boot } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { bootOptions } from '../features/boot/boot-options.ts'
import { modelsOf } from '../features/boot/models-of.ts'
import { nextTask } from '../features/boot/next-task.ts'
import { loadProjectModules } from '../features/boot/project-modules.ts'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { adoptPreferences, withTexts } from '../features/preferences/shown-preferences.ts'
import { isBeside } from '../features/records/is-beside.ts'
import { ListRoute } from '../features/records/list-route.tsx'
import { listAddressOf, readListAddress } from '../features/records/list-search.ts'
import { firstLimit, recordPagesOptions } from '../features/records/record-pages.ts'
import { listAt } from '../features/records/views/list-at.ts'
import { loadViewBar } from '../features/records/views/view-bar-chunk.ts'
import { isBare, isViewMissing, startViewOf, viewsOf } from '../features/records/views/views-of.ts'
import { NotFound } from '../features/screens/not-found.tsx'
import { listPath } from '../features/shell/navigation.ts'
import { AppFrame, PageFailed, StartFailed, StartPlaceholder, screenAt } from './frames.tsx'
import { type AnySearch, readSearch, writeSearch } from './search-text.ts'

/** What every route may use before anything is shown. */
interface RouterContext {
  readonly client: Client
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ context }) => {
    const isFirst = context.queries.getQueryState(bootOptions(context.client).queryKey)?.data === undefined
    const boot = await context.queries.ensureQueryData(bootOptions(context.client))
    if (isFirst) await readModels(boot)
    // Before anything of the person is drawn, so that nothing changes its language or colours under their eyes.
    await adoptPreferences(boot.person?.preferences).catch(console.error)
    return { boot }
  },
  component: Outlet,
  errorComponent: StartFailed,
  pendingComponent: StartPlaceholder,
  pendingMs: 0,
  pendingMinMs: 0,
})

/** Makes the models ready in a task of its own, as the first screen is drawn in one of its own: both take long on a phone. */
async function readModels(boot: Boot): Promise<void> {
  await nextTask()
  modelsOf(boot)
  await nextTask()
}

const loadSession = () => import('../features/session/session-routes.tsx')

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/-/sign-in',
  validateSearch: ({ next, ended }): { next?: string; ended?: 'yes' } => ({
    ...(typeof next === 'string' && { next }),
    ...(ended === 'yes' && { ended }),
  }),
  beforeLoad: ({ context }) => {
    if (context.boot.needsSetup) throw redirect({ to: '/-/setup', replace: true })
    if (context.boot.person) throw redirect({ to: '/', replace: true })
  },
  component: lazyRouteComponent(loadSession, 'SignInRoute'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/-/setup',
  component: lazyRouteComponent(withTexts(loadSession), 'SetUpRoute'),
})

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/-/password',
  component: lazyRouteComponent(withTexts(loadSession), 'SetPasswordRoute'),
})

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ context, location, preload }) => {
    const { person, needsSetup } = context.boot
    if (person || preload || screenAt(context.boot, location.pathname)?.public) return
    if (needsSetup) throw redirect({ to: '/-/setup', replace: true })
    throw redirect({ to: '/-/sign-in', search: nextSearch(location.href), replace: true })
  },
  // The shell waits for nothing; its content does.
  loader: ({ context }) => void loadProjectModules(context.boot),
  component: AppFrame,
  errorComponent: PageFailed,
  notFoundComponent: NotFound,
})

/** Where to go after signing in; the start needs no telling. */
function nextSearch(href: string): { next?: string } {
  return href === '/' ? {} : { next: href }
}

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context }) => {
    const model = modelsOf(context.boot).all.find(({ definition }) => !definition.hidden)
    const [screen] = context.boot.screens
    const first = model ? listPath(model.name) : screen?.path
    if (first !== undefined) throw redirect({ href: first, replace: true })
  },
  component: HomeScreen,
})

const list = createRoute({
  getParentRoute: () => app,
  path: '/$model',
  validateSearch: readListAddress,
  beforeLoad: async ({ context: { client, queries, boot }, params, search }) => {
    const { model } = params
    const { peek: id } = search
    // Where a record does not fit beside its list, its address leads to its own page.
    if (id !== undefined && !isBeside()) throw redirect({ to: '/$model/$id', params: { model, id }, replace: true })
    const views = viewsOf(boot, model)
    const start = isBare(search) ? startViewOf(views) : undefined
    if (start) throw redirect({ to: '/$model', params, search: { ...search, view: start.id }, replace: true })
    if (!isViewMissing(views, search.view)) return
    // Without a connection, what was told stands.
    const told = await import('../features/records/views/told-views.ts').catch(() => undefined)
    await told?.refreshTold({ client, queries, model })
  },
  loaderDeps: ({ search }) => listAddressOf(search),
  // Asked for before the screen is drawn, and as soon as one points at a link to it; the screen waits for nothing.
  loader: ({ context: { client, queries, boot }, params, deps: address }) => {
    const model = modelsOf(boot).get(params.model)
    if (!model) return
    const told = queries.getQueryData(bootOptions(client).queryKey) ?? boot
    const { search, shown, views } = listAt(told, model, address)
    if (views.all.length > 0) void loadViewBar().catch(() => undefined)
    const request = { client, queries, search, model: shown, nextLimit: () => firstLimit }
    void queries.prefetchInfiniteQuery(recordPagesOptions(request))
  },
  component: ListRoute,
})

const loadRecords = withTexts(() => import('./record-routes.tsx'))

const newRecord = createRoute({
  getParentRoute: () => app,
  path: '/$model/-/new',
  component: lazyRouteComponent(loadRecords, 'NewRecordRoute'),
})

const record = createRoute({
  getParentRoute: () => app,
  path: '/$model/$id',
  component: lazyRouteComponent(loadRecords, 'RecordRoute'),
})

const adoption = createRoute({
  getParentRoute: () => app,
  path: '/-/settings/adoption',
  validateSearch: ({ model }): { model?: string } => (typeof model === 'string' ? { model } : {}),
  component: lazyRouteComponent(
    withTexts(() => import('../features/adoption/adoption-route.tsx')),
    'AdoptionRoute',
  ),
})

const rules = createRoute({
  getParentRoute: () => app,
  path: '/-/rules',
  validateSearch: ({ model }): { model?: string } => (typeof model === 'string' ? { model } : {}),
  component: lazyRouteComponent(
    withTexts(() => import('../features/rules/rules-route.tsx')),
    'RulesRoute',
  ),
})

const people = createRoute({
  getParentRoute: () => app,
  path: '/-/settings/people',
  validateSearch: ({ person, q, group }): { person?: string; q?: string; group?: string } => ({
    ...(typeof person === 'string' && { person }),
    ...(typeof q === 'string' && { q }),
    ...(typeof group === 'string' && { group }),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../features/people/people-route.tsx')),
    'PeopleRoute',
  ),
})

const access = createRoute({
  getParentRoute: () => app,
  path: '/-/access',
  // What the words of a question mean is the screen's affair, which reads them once its code is there.
  validateSearch: (search): AnySearch => search,
  component: lazyRouteComponent(
    withTexts(() => import('../features/access/access-route.tsx')),
    'AccessRoute',
  ),
})

const preferences = createRoute({
  getParentRoute: () => app,
  path: '/-/settings/preferences',
  component: lazyRouteComponent(
    withTexts(() => import('../features/settings/preferences-screen.tsx')),
    'PreferencesScreen',
  ),
})

const retention = createRoute({
  getParentRoute: () => app,
  path: '/-/settings/history',
  component: lazyRouteComponent(
    withTexts(() => import('../features/settings/retention-route.tsx')),
    'RetentionRoute',
  ),
})

const slowLists = createRoute({
  getParentRoute: () => app,
  path: '/-/settings/lists',
  component: lazyRouteComponent(
    withTexts(() => import('../features/slow-lists/slow-lists-route.tsx')),
    'SlowListsRoute',
  ),
})

const changes = createRoute({
  getParentRoute: () => app,
  path: '/-/changes',
  validateSearch: (search): AnySearch => search,
  component: lazyRouteComponent(
    withTexts(() => import('../features/changes/changes-routes.tsx')),
    'ChangesRoute',
  ),
})

const changeSet = createRoute({
  getParentRoute: () => app,
  path: '/-/changes/$id',
  component: lazyRouteComponent(
    withTexts(() => import('../features/changes/changes-routes.tsx')),
    'ChangeSetRoute',
  ),
})

const history = createRoute({
  getParentRoute: () => app,
  path: '/$model/$id/-/history',
  validateSearch: ({ field }): { field?: string } => (typeof field === 'string' ? { field } : {}),
  component: lazyRouteComponent(
    withTexts(() => import('../features/history/history-route.tsx')),
    'HistoryRoute',
  ),
})

const trash = createRoute({
  getParentRoute: () => app,
  path: '/$model/-/trash',
  component: lazyRouteComponent(
    withTexts(() => import('../features/trash/trash-route.tsx')),
    'TrashRoute',
  ),
})

/** Deeper addresses: pages of the project, or nothing. */
const anywhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFound })

const routeTree = root.addChildren([
  signIn,
  setUp,
  setPassword,
  app.addChildren([
    home,
    adoption,
    rules,
    people,
    access,
    preferences,
    retention,
    slowLists,
    changes,
    changeSet,
    list,
    newRecord,
    trash,
    record,
    history,
    anywhere,
  ]),
])

/** Makes the router of one visit. */
export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    // What was fetched is kept by the query client; the router keeps nothing itself.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    scrollRestoration: false,
    defaultStructuralSharing: true,
  })
}

/** The router's type, which links and hooks are checked against. */
export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
