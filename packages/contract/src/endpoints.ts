/** Every endpoint of the API as data: what the server must serve, what the client may call, what the OpenAPI document tells. */

/**
 * Who may call an endpoint at all. `records`: whoever the rules of the model in the address allow, signed in or not;
 * the rule of an endpoint is checked before its handler runs.
 */
export type EndpointRule = 'everyone' | 'signed-in' | 'owner' | 'records'

/** One endpoint. `{name}` in a path stands for one percent-encoded part. */
export interface EndpointDefinition {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly rule: EndpointRule
  /** What it does, for the OpenAPI document. */
  readonly summary: string
}

/** The endpoints of the platform. A project's own are added beside them, under `/api/v1/-/p/`. */
export const endpoints = {
  boot: {
    method: 'GET',
    path: '/api/v1/-/boot',
    rule: 'everyone',
    summary: 'Who is asking, and which models and screens they may see',
  },
  readSession: { method: 'GET', path: '/api/v1/-/session', rule: 'everyone', summary: 'Who is signed in' },
  signIn: { method: 'POST', path: '/api/v1/-/session', rule: 'everyone', summary: 'Sign in with email and password' },
  signOut: { method: 'DELETE', path: '/api/v1/-/session', rule: 'everyone', summary: 'Sign out' },
  editPreferences: {
    method: 'PATCH',
    path: '/api/v1/-/preferences',
    rule: 'signed-in',
    summary: 'Choose how one sees this application; null takes a choice back',
  },
  setUp: {
    method: 'POST',
    path: '/api/v1/-/setup',
    rule: 'everyone',
    summary: 'Become the first owner, with the one-time token that the first start printed',
  },
  openapi: {
    method: 'GET',
    path: '/api/v1/-/openapi.json',
    rule: 'signed-in',
    summary: 'This API as an OpenAPI document, with the models that the asker may read',
  },
  unlockModel: {
    method: 'POST',
    path: '/api/v1/{model}/-/unlock',
    rule: 'owner',
    summary: 'Open a model of an adopted database for editing',
  },
  readAdoption: {
    method: 'GET',
    path: '/api/v1/-/adoption',
    rule: 'owner',
    summary: 'What became of an adopted database: each object, what it was taken for, every doubt',
  },
  arrangeModels: {
    method: 'PATCH',
    path: '/api/v1/-/adoption',
    rule: 'owner',
    summary: 'Put the models of an adopted database into another order',
  },
  correctModel: {
    method: 'PATCH',
    path: '/api/v1/{model}/-/guess',
    rule: 'owner',
    summary: 'Correct what a table of an adopted database was taken for',
  },
  readBytes: {
    method: 'GET',
    path: '/api/v1/{model}/{id}/-/bytes/{field}',
    rule: 'records',
    summary: 'The bytes of one field, as a picture or a download',
  },
  listRecords: { method: 'GET', path: '/api/v1/{model}', rule: 'records', summary: 'A page of records' },
  createRecord: { method: 'POST', path: '/api/v1/{model}', rule: 'records', summary: 'Create a record' },
  readRecord: { method: 'GET', path: '/api/v1/{model}/{id}', rule: 'records', summary: 'One record' },
  editRecord: {
    method: 'PATCH',
    path: '/api/v1/{model}/{id}',
    rule: 'records',
    summary: 'Edit fields of a record, each with the value that the edit is based on',
  },
  removeRecord: { method: 'DELETE', path: '/api/v1/{model}/{id}', rule: 'records', summary: 'Remove a record' },
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
