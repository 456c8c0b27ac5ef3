/** The only way in: every route is registered here with its rule, and does the same things in the same order. */
import { randomUUID } from 'node:crypto'
import { clockHeader, readClock } from '@haykal/contract'
import { askFor } from '@haykal/database'
import { HaykalError, isZone, type Json, nobody, type Viewer } from '@haykal/model'
import { WrittenReply } from '@haykal/records'
import type { Context, Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import type { Log } from '../log.ts'
import { answerError, type ErrorContext } from './answer-error.ts'
import type { Answer, Asked } from './asked.ts'
import { askerOf } from './asker-of.ts'
import { checkOrigin, type OwnPlace } from './check-origin.ts'
import type { Cookies } from './cookies.ts'
import type { StandardHeaders } from './headers.ts'
import { packAnswer } from './pack-answer.ts'
import { expectNoParameters, type Parameters, readParameters, readPath, splitUrl } from './read-address.ts'
import { readBody } from './read-body.ts'
import { checkRule, hideFromNobody, isHiddenFrom, type RouteRule } from './rule.ts'
import type { Visitor } from './visitor.ts'

/** A route as registered. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `{name}` stands for one percent-encoded part. */
  readonly path: string
  readonly rule: RouteRule
  /** Reads the parameters behind the `?`; absent: any is refused. */
  readonly takesParameters?: boolean
  /** Allowed to an owner who looks as somebody else, though it changes something; absent: refused meanwhile. */
  readonly evenWhenViewing?: boolean
  /** Checks the body; absent: the route takes none, and `{}` at most is read. */
  readBody?(body: Json): unknown
  answer(asked: Asked<never, never>): Promise<Answer>
}

/** What routes stand on. */
export interface RouteSurroundings {
  readonly app: Hono
  readonly headers: StandardHeaders
  readonly cookies: Cookies
  readonly own: OwnPlace
  readonly log: Log
  /** Whose session a token is. */
  readVisitor(token: string): Promise<Visitor | undefined>
  /** What an error that is not ours means, such as one of the database's driver. */
  explain(error: unknown): Promise<unknown>
}

/** The routes of an app. */
export interface Routes {
  add(route: Route): void
  /** The methods that a path can be asked with; empty where no route leads. */
  methodsOf(path: string): readonly string[]
  /** Answers an error outside of any route. */
  answerError(context: Context, error: unknown): Response
  /** Throws for a route of the app that was not registered here, as nobody knows its rule. */
  check(): void
}

const noParameters: Parameters = new Map()

/** Routes of an app that has none yet. */
export function createRoutes(surroundings: RouteSurroundings): Routes {
  const { app, headers, log } = surroundings
  const registered: Route[] = []
  const errorContext = (context: Context, requestId: string = randomUUID()): ErrorContext => ({
    requestId,
    headers: headers.api,
    log,
    request: { method: context.req.method, path: context.req.path },
  })
  return {
    add(route) {
      registered.push(route)
      app.on(route.method, honoPath(route.path), async (context, next) => {
        const start = performance.now()
        const held = surroundings.cookies.read(context.req.header('cookie'))
        const visitor = held.session === undefined ? undefined : await surroundings.readVisitor(held.session)
        // As if it were not registered: what else answers at this address, answers.
        if (isHiddenFrom(route.rule, visitor?.viewer ?? nobody)) return await next()
        const requestId = randomUUID()
        const coming = { route, context, held, visitor, requestId }
        const response = await askFor(askerOf(context), () => answerRoute(surroundings, coming)).catch(
          async (error: unknown) => answerError(await surroundings.explain(error), errorContext(context, requestId)),
        )
        if (log.isLevelEnabled('info')) logRequest(log, context, { status: response.status, start })
        return response
      })
    },
    methodsOf(path) {
      const seen = registered.filter((route) => route.rule !== 'hidden')
      const found = seen.filter((route) => matches(route.path, path)).map((route) => route.method)
      return found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    },
    answerError: (context, error) => answerError(error, errorContext(context)),
    check() {
      const unruled = app.routes.filter((each) => !registered.some((route) => isSame(route, each)))
      if (unruled.length === 0) return
      const names = unruled.map(({ method, path }) => `${method} ${path}`).join(', ')
      throw new Error(`These routes declare no rule: ${names}. Register them with routes.add.`)
    },
  }
}

/** A request at a route, with whoever it comes from. */
interface Coming {
  readonly route: Route
  readonly context: Context
  readonly held: Asked['cookies']
  readonly visitor: Visitor | undefined
  readonly requestId: string
}

async function answerRoute(
  { headers, own }: RouteSurroundings,
  { route, context, held, visitor, requestId }: Coming,
): Promise<Response> {
  const { req } = context
  const header = (name: string) => req.header(name)
  const isChange = route.method !== 'GET'
  if (isChange)
    checkOrigin({ origin: header('origin'), fetchSite: header('sec-fetch-site'), host: header('host') }, own)

  const { person, viewing } = visitor ?? {}
  const viewer = withClock(visitor?.viewer ?? nobody, header(clockHeader))
  // Before the rule: whatever it is that cannot be done, this is why.
  if (viewing !== undefined && isChange && route.evenWhenViewing !== true) throw new HaykalError('viewing_as')
  checkRule(route.rule, viewer)

  const { path, query } = splitUrl(req.url)
  if (route.takesParameters !== true) expectNoParameters(query)
  const asked: Asked<unknown, unknown> = {
    viewer,
    ...(person ? { person } : {}),
    ...(viewing ? { viewing } : {}),
    path: readPath(route.path, path),
    parameters: route.takesParameters === true ? readParameters(query) : noParameters,
    body: isChange ? await readRouteBody(route, req.raw) : undefined,
    requestId,
    line: `${route.method} ${path}`,
    address: addressOf(context),
    cookies: held,
    header,
  }
  try {
    const answer = await route.answer(asked as Asked<never, never>)
    const response = responseOf(answer, headers)
    return answer.isPacked ? await packAnswer(response, header('accept-encoding')) : response
  } catch (error) {
    throw hideFromNobody(error, route.rule, viewer)
  }
}

/** The viewer with the time that it is for them. A place that we do not know, such as one that was named since, counts as none told. */
function withClock(viewer: Viewer, told: string | undefined): Viewer {
  const clock = told === undefined ? undefined : readClock(told)
  return clock && isZone(clock.zone) ? { ...viewer, clock } : viewer
}

/** A route that takes no body still wants the content type: a form of another site could not send it. */
async function readRouteBody(route: Route, request: Request): Promise<unknown> {
  if (route.readBody === undefined && request.headers.get('content-length') === '0') {
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
      throw new HaykalError('wrong_content_type')
    return undefined
  }
  const body = await readBody(request)
  return route.readBody?.(body)
}

function responseOf({ status, reply, headers: own, cookies }: Answer, { api }: StandardHeaders): Response {
  const plain = own === undefined ? api : { ...api, ...own }
  const headers = cookies === undefined ? plain : withCookies(plain, cookies)
  if (reply === undefined) return new Response(null, { status: 204, headers })
  return new Response(bytesOf(reply), { status: status ?? 200, headers })
}

/** As bytes at once: a socket takes longer to make them of a text that is not all Latin. */
function bytesOf(reply: unknown): Uint8Array<ArrayBuffer> {
  if (reply instanceof WrittenReply) return reply.bytes
  return reply instanceof Uint8Array ? (reply as Uint8Array<ArrayBuffer>) : Buffer.from(JSON.stringify(reply))
}

function withCookies(plain: { readonly [name: string]: string }, cookies: readonly string[]): Headers {
  const headers = new Headers(plain)
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

/** What node-server hands over beside the request; absent when the app is called in-process. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

function addressOf({ env }: Context): string {
  return (env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? ''
}

function logRequest(log: Log, { req }: Context, { status, start }: { status: number; start: number }): void {
  log.info(
    { method: req.method, path: req.path, status, ms: Math.round((performance.now() - start) * 10) / 10 },
    'request',
  )
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

function isSame(route: Route, registered: RouterRoute): boolean {
  return route.method === registered.method && honoPath(route.path) === registered.path
}

/** `-` is reserved for our own addresses: it stands for no model and no record. */
function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length &&
    wanted.every((part, index) =>
      part.startsWith('{') ? !['', '-'].includes(given[index] ?? '') : part === given[index],
    )
  )
}
