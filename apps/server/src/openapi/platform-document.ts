/** The endpoints that every server has, in the document; those of records are told model by model. */
import type { EndpointDefinition, EndpointName } from '@haykal/contract'
import { bodies } from '@haykal/contract/envelopes'
import { doubtCodes, isJsonObject, type Json, type JsonSchema, type Viewer } from '@haykal/model'
import { toJSONSchema } from 'zod'
import { jsonContent, problemResponses, schemaRef } from './shared-schemas.ts'

const personReply: JsonSchema = { type: 'object', required: ['person'], properties: { person: schemaRef('Person') } }
const maybePerson: JsonSchema = {
  type: 'object',
  required: ['person'],
  properties: { person: { anyOf: [schemaRef('Person'), { type: 'null' }] } },
}
const preferencesReply: JsonSchema = {
  type: 'object',
  required: ['preferences'],
  properties: { preferences: { type: 'object', additionalProperties: true, description: 'All that is chosen now.' } },
}
const anyObject: JsonSchema = { type: 'object', additionalProperties: true }

const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
const adoptedModel: JsonSchema = {
  type: 'object',
  required: ['definition', 'alternatives', 'correction'],
  properties: {
    definition: { ...anyObject, description: 'What the table was taken for.' },
    alternatives: {
      type: 'object',
      description: 'By field, the other kinds that it can be taken for.',
      additionalProperties: listOf(anyObject),
    },
    correction: { ...anyObject, description: 'What an owner said in place of the guess.' },
  },
}
const adoptionReport: JsonSchema = {
  type: 'object',
  required: ['objects', 'models', 'order'],
  properties: {
    objects: listOf({
      type: 'object',
      required: ['name', 'type', 'doubts'],
      properties: {
        name: { type: 'string' },
        type: { type: 'string', enum: ['table', 'view', 'virtual', 'shadow'] },
        model: { type: 'string', description: 'Absent: it is not shown, and the doubts say why.' },
        doubts: listOf({
          type: 'object',
          required: ['code'],
          properties: { code: { type: 'string', enum: doubtCodes }, params: anyObject },
        }),
      },
    }),
    models: { ...listOf(adoptedModel), description: 'In the order of the sidebar.' },
    order: { ...listOf({ type: 'string' }), description: 'As an owner put them; empty: as guessed.' },
  },
}

/** What each of these endpoints answers; undefined: nothing. An endpoint that is not here is told with the models. */
const replies: { readonly [name in EndpointName]?: JsonSchema | undefined } = {
  boot: anyObject,
  readSession: maybePerson,
  signIn: personReply,
  signOut: undefined,
  editPreferences: preferencesReply,
  setUp: personReply,
  openapi: anyObject,
  readAdoption: adoptionReport,
  arrangeModels: adoptionReport,
  correctModel: adoptedModel,
}

/** These answer only for an adopted database, and only to owners. */
const ofAdoption: readonly string[] = ['readAdoption', 'arrangeModels', 'correctModel'] satisfies EndpointName[]

/** Whose document it is, and what of. */
export interface PlatformPart {
  readonly isAdopted: boolean
  readonly viewer: Viewer
}

/** The paths of the platform. */
export function platformPaths(
  endpoints: { readonly [name: string]: EndpointDefinition },
  { isAdopted, viewer }: PlatformPart,
): { readonly [path: string]: JsonSchema } {
  const paths: { [path: string]: { [method: string]: Json } } = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    if (!Object.hasOwn(replies, name)) continue
    if (ofAdoption.includes(name) && !(isAdopted && viewer.role === 'owner')) continue
    const atPath = paths[endpoint.path] ?? {}
    paths[endpoint.path] = atPath
    atPath[endpoint.method.toLowerCase()] = operation(name as EndpointName, endpoint)
  }
  return paths
}

function operation(name: EndpointName, { rule, summary, path }: EndpointDefinition): JsonSchema {
  const reply = replies[name]
  const envelope = Object.hasOwn(bodies, name) ? bodies[name as keyof typeof bodies] : undefined
  const body = envelope && plainSchema(toJSONSchema(envelope, { target: 'draft-2020-12' }))
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    tags: [ofAdoption.includes(name) ? 'adoption' : 'session'],
    operationId: name,
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(rule === 'everyone' ? { security: [] } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: jsonContent(body) } }),
    responses: {
      ...(reply === undefined
        ? { '204': { description: 'Done.' } }
        : { '200': { description: 'Done.', content: jsonContent(reply) } }),
      ...problemResponses,
    },
  }
}

/** The schema without the mark of its dialect, which is that of the whole document. */
function plainSchema(schema: unknown): JsonSchema {
  const plain = JSON.parse(JSON.stringify(schema)) as Json
  if (!isJsonObject(plain)) return {}
  const { $schema: _dialect, ...rest } = plain
  return rest
}
