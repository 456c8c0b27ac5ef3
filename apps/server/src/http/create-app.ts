/** The app: every route with its rule, the pages, and one answer to everything else. Called in-process by tests, over HTTP by people. */

import { type EndpointDefinition, type EndpointName, endpoints } from '@haykal/contract'
import { bodies } from '@haykal/contract/envelopes'
import { HaykalError, type Json, notFound } from '@haykal/model'
import { type Context, Hono } from 'hono'
import { accessHandlers } from '../handlers/access.ts'
import { adoptionHandlers } from '../handlers/adoption.ts'
import { bootHandlers } from '../handlers/boot.ts'
import { bytesHandlers } from '../handlers/bytes.ts'
import { changeHandlers } from '../handlers/changes.ts'
import { manyHandlers } from '../handlers/many.ts'
import { openapiHandlers } from '../handlers/openapi.ts'
import { peopleHandlers } from '../handlers/people.ts'
import { preferencesHandlers } from '../handlers/preferences.ts'
import { projectRoute } from '../handlers/project-endpoint.ts'
import { recordHandlers } from '../handlers/records.ts'
import { rulesHandlers } from '../handlers/rules.ts'
import { sessionHandlers } from '../handlers/session.ts'
import { slowListsHandlers } from '../handlers/slow-lists.ts'
import type { State } from '../handlers/state.ts'
import { viewAsHandlers } from '../handlers/view-as.ts'
import { viewsHandlers } from '../handlers/views.ts'
import type { Log } from '../log.ts'
import { createPages, type ServePages } from '../pages/serve-pages.ts'
import type { WebBuild } from '../pages/web-build.ts'
import type { Handlers } from './asked.ts'
import { createCookies } from './cookies.ts'
import { explainErrors } from './explain-errors.ts'
import { standardHeaders } from './headers.ts'
import { splitUrl } from './read-address.ts'
import { readEnvelope } from './read-envelope.ts'
import { createRoutes, type Route, type Routes } from './routes.ts'
import { createVisitors } from './visitor.ts'

/** What the app stands on. */
export interface AppOptions {
  readonly state: State
  /** Absent: the API alone. */
  readonly build?: WebBuild
  readonly publicUrl?: URL
  /** The name or address that we listen on. */
  readonly host: string
  readonly log: Log
}

/** Makes the app. Throws when a route has no rule. */
export function createApp({ state, build, publicUrl, host, log }: AppOptions): Hono {
  const app = new Hono()
  const isTls = publicUrl?.protocol === 'https:'
  const headers = standardHeaders({ isTls })
  const cookies = createCookies({ isTls })
  const own = { host, ...(publicUrl === undefined ? {} : { publicUrl }) }
  const { auth } = state
  const routes = createRoutes({
    app,
    headers,
    cookies,
    own,
    log,
    readVisitor: createVisitors(auth),
    explain: explainErrors(state),
  })

  const handlers = {
    ...bootHandlers(state),
    ...sessionHandlers(state, cookies),
    ...preferencesHandlers(state),
    ...openapiHandlers(state, publicUrl),
    ...recordHandlers(state),
    ...bytesHandlers(state),
    ...changeHandlers(state),
    ...manyHandlers(state),
    ...adoptionHandlers(state),
    ...rulesHandlers(state),
    ...peopleHandlers(state),
    ...viewAsHandlers(state),
    ...accessHandlers(state),
    ...viewsHandlers(state),
    ...slowListsHandlers(state),
  } satisfies Handlers
  for (const name of Object.keys(endpoints) as EndpointName[]) routes.add(contractRoute(name, handlers))
  for (const running of state.endpoints) routes.add(projectRoute(state, running))
  for (const route of lifeRoutes(state)) routes.add(route)

  const pages = build && createPages(build, headers.page)
  app.notFound((context) => answerElse({ routes, pages, isSignedIn: (context) => isSignedIn(context) }, context))
  app.onError((error, context) => routes.answerError(context, error))
  routes.check()
  return app

  async function isSignedIn(context: Context): Promise<boolean> {
    const { session } = cookies.read(context.req.header('cookie'))
    return session !== undefined && (await auth.readSession(session)) !== undefined
  }
}

/** Endpoints of the contract whose addresses take parameters behind a `?`. */
const withParameters: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'listRecords',
  'listPeople',
  'askWhy',
  'recordHistory',
  'listTrash',
  'listChanges',
  'exportChanges',
  'readChanges',
])

function contractRoute(name: EndpointName, handlers: Handlers): Route {
  const { method, path, rule, evenWhenViewing = false }: EndpointDefinition = endpoints[name]
  const envelopes: { readonly [name in EndpointName]?: (typeof bodies)[keyof typeof bodies] } = bodies
  const envelope = envelopes[name]
  return {
    method,
    path,
    rule,
    takesParameters: withParameters.has(name),
    evenWhenViewing,
    ...(envelope === undefined ? {} : { readBody: (body: Json) => readEnvelope(envelope, body) }),
    answer: handlers[name] as Route['answer'],
  }
}

/** Whether the process runs, and whether it can do its work: for whoever restarts it or sends it requests. */
function lifeRoutes(state: State): readonly Route[] {
  return [
    { method: 'GET', path: '/livez', rule: 'everyone', answer: async () => ({ reply: { status: 'live' } }) },
    {
      method: 'GET',
      path: '/readyz',
      rule: 'everyone',
      async answer() {
        if (!(await state.isReady())) throw new HaykalError('busy', { retryAfter: 1 })
        return { reply: { status: 'ready' } }
      },
    },
  ]
}

interface Elsewhere {
  readonly routes: Routes
  readonly pages: ServePages | undefined
  isSignedIn(context: Context): Promise<boolean>
}

/** Whatever no route answers: a page or one of its files, a method that is not for this address, or nothing. */
async function answerElse({ routes, pages, isSignedIn }: Elsewhere, context: Context): Promise<Response> {
  const { method } = context.req
  const { path } = splitUrl(context.req.url)
  const isRead = method === 'GET' || method === 'HEAD'
  const isPage = !path.startsWith('/api/') && path !== '/api'
  const allowed = routes.methodsOf(path)
  if (isRead && allowed.length === 0 && isPage && pages) {
    const header = (name: string) => context.req.header(name)
    const page = await pages({ path, header, isSignedIn: () => isSignedIn(context) })
    if (page) return page
  }
  const methods = allowed.length === 0 && isPage ? ['GET', 'HEAD'] : allowed
  const isMisused = methods.length > 0 && !methods.includes(method)
  return routes.answerError(
    context,
    isMisused ? new HaykalError('method_not_allowed', { params: { allow: methods.join(', ') } }) : notFound(),
  )
}
