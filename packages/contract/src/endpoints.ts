/** Every endpoint of the API as data: what the server must serve, what the client may call, what the OpenAPI document tells. */

/**
 * Who may call an endpoint at all. `records`: whoever the rules of the model in the address allow, signed in or not;
 * `hidden`: owners, and for everybody else there is nothing at the address.
 * The rule of an endpoint is checked before its handler runs.
 */
export type EndpointRule = 'everyone' | 'signed-in' | 'owner' | 'hidden' | 'records'

/** One endpoint. `{name}` in a path stands for one percent-encoded part. */
export interface EndpointDefinition {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly rule: EndpointRule
  /** Allowed to an owner who looks as somebody else, though it changes something; absent: refused meanwhile. */
  readonly evenWhenViewing?: boolean
}

/** The endpoints of the platform. A project's own are added beside them, under `/api/v1/-/p/`. */
export const endpoints = {
  boot: {
    method: 'GET',
    path: '/api/v1/-/boot',
    rule: 'everyone',
  },
  readSession: { method: 'GET', path: '/api/v1/-/session', rule: 'everyone' },
  signIn: {
    method: 'POST',
    path: '/api/v1/-/session',
    rule: 'everyone',
    evenWhenViewing: true,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/-/session',
    rule: 'everyone',
    evenWhenViewing: true,
  },
  setPassword: {
    method: 'POST',
    path: '/api/v1/-/password',
    rule: 'everyone',
    evenWhenViewing: true,
  },
  editPreferences: {
    method: 'PATCH',
    path: '/api/v1/-/preferences',
    rule: 'signed-in',
  },
  setUp: {
    method: 'POST',
    path: '/api/v1/-/setup',
    rule: 'everyone',
  },
  openapi: {
    method: 'GET',
    path: '/api/v1/-/openapi.json',
    rule: 'signed-in',
  },
  describePeople: {
    method: 'GET',
    path: '/api/v1/-/people/-/about',
    rule: 'hidden',
  },
  listPeople: { method: 'GET', path: '/api/v1/-/people', rule: 'hidden' },
  createPerson: {
    method: 'POST',
    path: '/api/v1/-/people',
    rule: 'hidden',
  },
  readPerson: { method: 'GET', path: '/api/v1/-/people/{id}', rule: 'hidden' },
  editPerson: {
    method: 'PATCH',
    path: '/api/v1/-/people/{id}',
    rule: 'hidden',
  },
  removePerson: { method: 'DELETE', path: '/api/v1/-/people/{id}', rule: 'hidden' },
  suspendPerson: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/suspend',
    rule: 'hidden',
  },
  resumePerson: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/resume',
    rule: 'hidden',
  },
  resetPassword: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/reset-password',
    rule: 'hidden',
  },
  endSessions: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/end-sessions',
    rule: 'hidden',
  },
  viewAs: {
    method: 'POST',
    path: '/api/v1/-/view-as',
    rule: 'hidden',
    evenWhenViewing: true,
  },
  askWhy: { method: 'GET', path: '/api/v1/-/access', rule: 'hidden' },
  readRights: { method: 'GET', path: '/api/v1/-/access/{model}', rule: 'hidden' },
  stopViewing: {
    method: 'DELETE',
    path: '/api/v1/-/viewing',
    rule: 'everyone',
    evenWhenViewing: true,
  },
  unlockModel: {
    method: 'POST',
    path: '/api/v1/{model}/-/unlock',
    rule: 'owner',
  },
  readAdoption: {
    method: 'GET',
    path: '/api/v1/-/adoption',
    rule: 'owner',
  },
  arrangeModels: {
    method: 'PATCH',
    path: '/api/v1/-/adoption',
    rule: 'owner',
  },
  correctModel: {
    method: 'PATCH',
    path: '/api/v1/{model}/-/guess',
    rule: 'owner',
  },
  readRules: { method: 'GET', path: '/api/v1/{model}/-/rules', rule: 'owner' },
  saveRules: { method: 'PATCH', path: '/api/v1/{model}/-/rules', rule: 'owner' },
  tryRules: {
    method: 'POST',
    path: '/api/v1/{model}/-/rules/try',
    rule: 'owner',
  },
  readBytes: {
    method: 'GET',
    path: '/api/v1/{model}/{id}/-/bytes/{field}',
    rule: 'records',
  },
  recordHistory: { method: 'GET', path: '/api/v1/{model}/{id}/-/history', rule: 'signed-in' },
  restoreRecord: { method: 'POST', path: '/api/v1/{model}/{id}/-/restore', rule: 'signed-in' },
  listTrash: { method: 'GET', path: '/api/v1/{model}/-/trash', rule: 'signed-in' },
  emptyTrash: { method: 'POST', path: '/api/v1/{model}/-/trash/empty', rule: 'owner' },
  countMany: { method: 'POST', path: '/api/v1/{model}/-/count', rule: 'signed-in' },
  editMany: { method: 'POST', path: '/api/v1/{model}/-/edit', rule: 'signed-in' },
  removeMany: { method: 'POST', path: '/api/v1/{model}/-/remove', rule: 'signed-in' },
  runAction: { method: 'POST', path: '/api/v1/{model}/-/actions/{name}', rule: 'signed-in' },
  listChanges: { method: 'GET', path: '/api/v1/-/changes', rule: 'signed-in' },
  exportChanges: { method: 'GET', path: '/api/v1/-/changes/-/csv', rule: 'signed-in' },
  readChanges: { method: 'GET', path: '/api/v1/-/changes/{id}', rule: 'signed-in' },
  previewUndo: { method: 'GET', path: '/api/v1/-/changes/{id}/undo', rule: 'signed-in' },
  undoChanges: { method: 'POST', path: '/api/v1/-/changes/{id}/undo', rule: 'signed-in' },
  readRetention: { method: 'GET', path: '/api/v1/-/retention', rule: 'owner' },
  saveRetention: { method: 'PATCH', path: '/api/v1/-/retention', rule: 'owner' },
  readSlowLists: { method: 'GET', path: '/api/v1/-/slow-lists', rule: 'hidden' },
  makeIndex: { method: 'POST', path: '/api/v1/{model}/-/indexes', rule: 'hidden' },
  listViews: { method: 'GET', path: '/api/v1/{model}/-/views', rule: 'signed-in' },
  createView: { method: 'POST', path: '/api/v1/{model}/-/views', rule: 'signed-in' },
  arrangeViews: { method: 'PATCH', path: '/api/v1/{model}/-/views', rule: 'signed-in' },
  editView: { method: 'PATCH', path: '/api/v1/{model}/-/views/{id}', rule: 'signed-in' },
  removeView: { method: 'DELETE', path: '/api/v1/{model}/-/views/{id}', rule: 'signed-in' },
  restoreView: { method: 'POST', path: '/api/v1/{model}/-/views/{id}/restore', rule: 'signed-in' },
  explainRecord: {
    method: 'GET',
    path: '/api/v1/{model}/{id}/-/why/{act}',
    rule: 'records',
  },
  listRecords: { method: 'GET', path: '/api/v1/{model}', rule: 'records' },
  createRecord: { method: 'POST', path: '/api/v1/{model}', rule: 'records' },
  readRecord: { method: 'GET', path: '/api/v1/{model}/{id}', rule: 'records' },
  editRecord: {
    method: 'PATCH',
    path: '/api/v1/{model}/{id}',
    rule: 'records',
  },
  removeRecord: { method: 'DELETE', path: '/api/v1/{model}/{id}', rule: 'records' },
} as const satisfies { readonly [name: string]: EndpointDefinition }

/** The endpoints by name. */
export type Endpoints = typeof endpoints

/** The name of an endpoint of the platform. */
export type EndpointName = keyof Endpoints

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** What stands in the place of `{name}`s in an endpoint's path. */
export type PathParameters<Name extends EndpointName> = {
  readonly [Parameter in NamesIn<Endpoints[Name]['path']>]: string
}

/** A path with its parameters filled in, each percent-encoded; the dot segments that URLs would swallow included. */
export function fillPath(path: string, parameters: { readonly [name: string]: string }): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodePart(parameters[name] ?? ''))
}

function encodePart(part: string): string {
  return part === '.' || part === '..' ? part.replaceAll('.', '%2E') : encodeURIComponent(part)
}
