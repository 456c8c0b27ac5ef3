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
  /** What it does, for the OpenAPI document. */
  readonly summary: string
  /** Allowed to an owner who looks as somebody else, though it changes something; absent: refused meanwhile. */
  readonly evenWhenViewing?: boolean
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
  signIn: {
    method: 'POST',
    path: '/api/v1/-/session',
    rule: 'everyone',
    summary: 'Sign in with email and password',
    evenWhenViewing: true,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/-/session',
    rule: 'everyone',
    summary: 'Sign out',
    evenWhenViewing: true,
  },
  setPassword: {
    method: 'POST',
    path: '/api/v1/-/password',
    rule: 'everyone',
    summary: 'Set a password with the token of a one-time address, and sign in',
    evenWhenViewing: true,
  },
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
  describePeople: {
    method: 'GET',
    path: '/api/v1/-/people/-/about',
    rule: 'hidden',
    summary: 'Which roles, attributes and groups people may have here',
  },
  listPeople: { method: 'GET', path: '/api/v1/-/people', rule: 'hidden', summary: 'A page of people, by name' },
  createPerson: {
    method: 'POST',
    path: '/api/v1/-/people',
    rule: 'hidden',
    summary: 'Create a person; the answer holds the one-time address with which they set their password',
  },
  readPerson: { method: 'GET', path: '/api/v1/-/people/{id}', rule: 'hidden', summary: 'One person' },
  editPerson: {
    method: 'PATCH',
    path: '/api/v1/-/people/{id}',
    rule: 'hidden',
    summary: 'Change a person, each value with the one that the change is based on',
  },
  removePerson: { method: 'DELETE', path: '/api/v1/-/people/{id}', rule: 'hidden', summary: 'Remove a person' },
  suspendPerson: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/suspend',
    rule: 'hidden',
    summary: 'Let a person sign in no more, and end their sessions',
  },
  resumePerson: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/resume',
    rule: 'hidden',
    summary: 'Let a suspended person sign in again',
  },
  resetPassword: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/reset-password',
    rule: 'hidden',
    summary: 'Make a one-time address with which a person sets another password',
  },
  endSessions: {
    method: 'POST',
    path: '/api/v1/-/people/{id}/-/end-sessions',
    rule: 'hidden',
    summary: 'Sign a person out everywhere',
  },
  viewAs: {
    method: 'POST',
    path: '/api/v1/-/view-as',
    rule: 'hidden',
    summary: 'Look at the application as a person or a role, without changing anything',
    evenWhenViewing: true,
  },
  stopViewing: {
    method: 'DELETE',
    path: '/api/v1/-/viewing',
    rule: 'everyone',
    summary: 'Look as oneself again',
    evenWhenViewing: true,
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
