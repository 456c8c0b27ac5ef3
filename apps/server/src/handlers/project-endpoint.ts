/** A project's own endpoint over HTTP: its parameters are parsed by their field kinds, then its server face answers. */
import { fieldKinds } from '@haykal/fields'
import {
  type FieldDefinition,
  type FieldKinds,
  HaykalError,
  invalid,
  isJsonObject,
  type Json,
  malformed,
  type Parsed,
  type Problem,
} from '@haykal/model'
import { openRecords } from '@haykal/records'
import type { ProjectEndpoint } from 'haykal'
import { typedRecords } from 'haykal/server'
import type { Parameters } from '../http/read-address.ts'
import type { Route } from '../http/routes.ts'
import type { RunningEndpoint, State } from './state.ts'

/** Where a project's endpoints are served. */
export const projectPath = '/api/v1/-/p'

/** The route of a project's endpoint. */
export function projectRoute(state: Pick<State, 'records'>, { endpoint, server }: RunningEndpoint): Route {
  const isRead = endpoint.method === 'GET'
  return {
    method: endpoint.method,
    path: projectPath + endpoint.path,
    rule: endpoint.allowed,
    takesParameters: isRead,
    ...(isRead ? {} : { readBody: (body: Json) => readValues(endpoint, body) }),
    async answer({ viewer, parameters, body }) {
      const query = isRead ? readTexts(endpoint, parameters) : body
      const records = typedRecords(openRecords(await state.records(), viewer))
      // Which parameters there are was checked where the server face was declared; here they are only passed on.
      return { reply: await server.handle({ query, viewer, records } as never) }
    },
  }
}

/** The parameters of an address, which knows only text. */
function readTexts(endpoint: ProjectEndpoint, parameters: Parameters): { readonly [name: string]: Json } {
  return readEach(endpoint, {
    names: [...parameters.keys()],
    pointer: (name) => `?${name}`,
    unknown: 'unknown_parameter',
    refusal: malformed,
    read(name, field) {
      const text = parameters.get(name)
      return text === undefined || text.trim() === '' ? undefined : kindOf(field).fromText(text, field)
    },
  })
}

function readValues(endpoint: ProjectEndpoint, body: Json): { readonly [name: string]: Json } {
  if (!isJsonObject(body)) throw malformed([{ pointer: '', code: 'wrong_type', params: { expected: 'object' } }])
  return readEach(endpoint, {
    names: Object.keys(body),
    pointer: (name) => `/${name}`,
    unknown: 'unknown_field',
    refusal: invalid,
    read(name, field) {
      const value = Object.hasOwn(body, name) ? body[name] : null
      return value === null || value === undefined ? undefined : kindOf(field).parse(value, field)
    },
  })
}

interface Source {
  readonly names: readonly string[]
  pointer(name: string): string
  readonly unknown: Problem['code']
  /** The error that says what is wrong. */
  refusal(problems: readonly Problem[]): HaykalError
  /** Undefined: not given. */
  read(name: string, field: FieldDefinition): Parsed<Json> | undefined
}

function readEach({ query }: ProjectEndpoint, source: Source): { readonly [name: string]: Json } {
  const problems: Problem[] = source.names
    .filter((name) => !Object.hasOwn(query, name))
    .map((name) => ({ pointer: source.pointer(name), code: source.unknown }))
  const values: { [name: string]: Json } = {}
  for (const [name, field] of Object.entries(query)) {
    const parsed = source.read(name, field)
    const fault = faultOf(field, parsed)
    if (fault) problems.push({ pointer: source.pointer(name), ...fault })
    else values[name] = parsed?.ok ? parsed.value : (field.default ?? null)
  }
  if (problems.length > 0) throw source.refusal(problems)
  return values
}

function faultOf(field: FieldDefinition, parsed: Parsed<Json> | undefined) {
  if (parsed === undefined)
    return field.required === true && field.default === undefined ? ({ code: 'required' } as const) : undefined
  return parsed.ok ? kindOf(field).check?.(parsed.value, field) : parsed.fault
}

function kindOf(field: FieldDefinition) {
  const kinds: FieldKinds = fieldKinds
  const kind = Object.hasOwn(kinds, field.kind) ? kinds[field.kind] : undefined
  if (!kind) throw new HaykalError('unexpected', { cause: new Error(`There is no field kind ${field.kind}`) })
  return kind
}
