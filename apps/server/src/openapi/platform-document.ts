/** The endpoints that every server has, in the document; those of records are told model by model. */
import type { EndpointDefinition, EndpointName } from '@haykal/contract'
import { bodies } from '@haykal/contract/envelopes'
import { isJsonObject, type Json, type JsonSchema } from '@haykal/model'
import { toJSONSchema } from 'zod'
import { jsonContent, problemResponses, schemaRef } from './shared-schemas.ts'

const personReply: JsonSchema = { type: 'object', required: ['person'], properties: { person: schemaRef('Person') } }
const maybePerson: JsonSchema = {
  type: 'object',
  required: ['person'],
  properties: { person: { anyOf: [schemaRef('Person'), { type: 'null' }] } },
}
const anyObject: JsonSchema = { type: 'object', additionalProperties: true }

/** What each of these endpoints answers; undefined: nothing. An endpoint that is not here is told with the models. */
const replies: { readonly [name in EndpointName]?: JsonSchema | undefined } = {
  boot: anyObject,
  readSession: maybePerson,
  signIn: personReply,
  signOut: undefined,
  setUp: personReply,
  openapi: anyObject,
}

/** The paths of the platform. */
export function platformPaths(endpoints: { readonly [name: string]: EndpointDefinition }): {
  readonly [path: string]: JsonSchema
} {
  const paths: { [path: string]: { [method: string]: Json } } = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    if (!Object.hasOwn(replies, name)) continue
    const atPath = paths[endpoint.path] ?? {}
    paths[endpoint.path] = atPath
    atPath[endpoint.method.toLowerCase()] = operation(name as EndpointName, endpoint)
  }
  return paths
}

function operation(name: EndpointName, { rule, summary }: EndpointDefinition): JsonSchema {
  const reply = replies[name]
  const envelope = Object.hasOwn(bodies, name) ? bodies[name as keyof typeof bodies] : undefined
  const body = envelope && plainSchema(toJSONSchema(envelope, { target: 'draft-2020-12' }))
  return {
    tags: ['session'],
    operationId: name,
    summary,
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
