/** The endpoints that every server has, in the document; those of records are told model by model. */
import { changeMeans, type EndpointDefinition, type EndpointName, ruledRoles } from '@haykal/contract'
import { endpointSummaries } from '@haykal/contract/endpoint-summaries'
import { bodies } from '@haykal/contract/envelopes'
import { doubtCodes, isJsonObject, type Json, type JsonSchema, type Viewer } from '@haykal/model'
import { toJSONSchema } from 'zod'
import { changeReplies } from './change-schemas.ts'
import { jsonContent, problemResponses, schemaRef } from './shared-schemas.ts'
import { slowListReplies } from './slow-lists-schema.ts'

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
const ruleTroubles = listOf({
  type: 'object',
  required: ['model', 'role', 'reason', 'problems'],
  properties: {
    model: { type: 'string' },
    role: { type: 'string', enum: ruledRoles },
    reason: { type: 'string', enum: ['broken', 'gone', 'new'] },
    problems: listOf(anyObject),
  },
})
const adoptionReport: JsonSchema = {
  type: 'object',
  required: ['objects', 'models', 'order', 'ruled', 'ruleTroubles'],
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
    ruled: { ...listOf({ type: 'string' }), description: 'The models of which an owner said who may do what.' },
    ruleTroubles,
  },
}
const modelRules: JsonSchema = {
  type: 'object',
  required: ['model', 'rules', 'troubles'],
  properties: {
    model: { type: 'string' },
    rules: { ...anyObject, description: 'By role; one that is absent has its default.' },
    troubles: ruleTroubles,
  },
}
const ruleCount: JsonSchema = {
  type: 'object',
  required: ['count', 'countKind'],
  properties: {
    count: { type: ['integer', 'null'], description: 'Null: it took too long.' },
    countKind: { type: 'string', enum: ['none', 'bounded', 'exact'], description: '`bounded`: there are more.' },
  },
}
const ruleEffect: JsonSchema = {
  type: 'object',
  required: ['before', 'after', 'gains', 'loses'],
  properties: {
    person: { type: 'string', description: 'Absent: it is the same for everybody of the role.' },
    before: ruleCount,
    after: ruleCount,
    gains: ruleCount,
    loses: ruleCount,
  },
}

const listedPerson: JsonSchema = {
  type: 'object',
  required: ['id', 'name', 'email', 'role', 'groups', 'attributes', 'createdAt', 'suspendedAt', 'hasPassword'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    role: { type: 'string' },
    groups: listOf({ type: 'string' }),
    attributes: { ...anyObject, description: 'What the project asks of people; what was never given is absent.' },
    createdAt: { type: 'string', format: 'date-time' },
    suspendedAt: { type: ['string', 'null'], format: 'date-time', description: 'Null: may sign in.' },
    hasPassword: { type: 'boolean', description: 'Whether they have set a password yet.' },
  },
}
const personLink: JsonSchema = {
  type: 'object',
  required: ['path', 'expiresAt'],
  description: 'A one-time address to hand over; it is told only once.',
  properties: { path: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } },
}
const objectOf = (properties: { readonly [name: string]: JsonSchema }): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
const onePerson = objectOf({ person: listedPerson })

const toldReach: JsonSchema = {
  type: 'object',
  required: ['code'],
  properties: {
    code: { type: 'string', enum: ['all', 'none', 'some'] },
    condition: { ...anyObject, description: 'Of `some`: what has to hold, in words.' },
  },
}
const labels = (description: string): JsonSchema => ({ ...listOf({}), description })
const toldRights: JsonSchema = {
  type: 'object',
  required: ['role', 'isDefault', 'acts', 'hidden', 'readOnly'],
  properties: {
    role: { type: 'string' },
    roleLabel: { description: 'Absent: one that every project has.' },
    isDefault: { type: 'boolean', description: 'The model says nothing of the role.' },
    acts: objectOf({ read: toldReach, create: toldReach, edit: toldReach, remove: toldReach }),
    hidden: labels('Fields that do not exist for the role.'),
    readOnly: labels('Fields that the role sees and never sets.'),
    createOnly: labels('The only fields that it sets in a new record; absent: all that can be set.'),
    editOnly: labels('The only fields that it sets in a record that is there; absent: all that can be set.'),
  },
}
const accessReply: JsonSchema = {
  type: 'object',
  required: ['explanation'],
  properties: {
    explanation: schemaRef('Explanation'),
    person: {
      description: 'Absent: a role was asked about.',
      ...objectOf({ id: { type: 'string' }, name: { type: 'string' }, isSuspended: { type: 'boolean' } }),
    },
    title: { type: 'string', description: 'What the record is called.' },
    closed: { type: 'string', description: 'Why nobody can change the records, whatever the rules say.' },
  },
}

const offeredRoles = listOf({
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, label: { description: 'Absent: one that every project has.' } },
})

/** These answer only owners. */
const ofPeople: { readonly [name in EndpointName]?: JsonSchema | undefined } = {
  describePeople: objectOf({
    roles: offeredRoles,
    attributes: { ...anyObject, description: 'By name, the field that it is.' },
    groups: listOf(objectOf({ name: { type: 'string' }, people: { type: 'integer' } })),
  }),
  listPeople: objectOf({
    data: listOf(listedPerson),
    meta: objectOf({
      count: { type: 'integer' },
      next: { type: ['integer', 'null'], description: 'Pass as `offset`.' },
    }),
  }),
  createPerson: objectOf({ person: listedPerson, link: personLink }),
  readPerson: onePerson,
  editPerson: onePerson,
  removePerson: undefined,
  suspendPerson: onePerson,
  resumePerson: onePerson,
  resetPassword: objectOf({ link: personLink }),
  endSessions: undefined,
  viewAs: undefined,
  askWhy: accessReply,
  readRights: objectOf({ roles: listOf(toldRights) }),
}

const view: JsonSchema = {
  type: 'object',
  required: ['id', 'name', 'list'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string', description: 'As its owner typed it.' },
    list: { ...anyObject, description: 'Filter, sort, columns and density, without what the asker may not see.' },
    isPartial: { const: true, description: 'Some of the list is not there any more, or not for the asker.' },
    isMine: { const: true, description: 'The asker made it.' },
    canChange: { const: true, description: 'The asker may change and remove it.' },
    sharedWith: { description: '`everyone`, or the names of roles; told to who may change it.' },
    isDefault: { const: true, description: 'The list opens with it for the role of the asker.' },
    defaultFor: { ...listOf({ type: 'string' }), description: 'Roles for which the list opens with it; for owners.' },
  },
}
const modelViews: JsonSchema = {
  type: 'object',
  required: ['all'],
  properties: {
    all: { ...listOf(view), description: 'In the order in which the asker has them.' },
    start: {
      type: 'string',
      description: 'The id of the view that the list opens with for the asker; `-`: with none.',
    },
  },
}
const ofViews: { readonly [name in EndpointName]?: JsonSchema | undefined } = {
  listViews: objectOf({ views: modelViews, roles: offeredRoles }),
  createView: objectOf({ view }),
  arrangeViews: objectOf({ views: modelViews }),
  editView: objectOf({ view }),
  removeView: undefined,
  restoreView: objectOf({ view }),
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
  readRules: modelRules,
  saveRules: modelRules,
  tryRules: objectOf({ all: ruleCount, editor: listOf(ruleEffect), reader: listOf(ruleEffect) }),
  setPassword: personReply,
  stopViewing: undefined,
  restoreRecord: objectOf({ data: anyObject, meta: schemaRef('RecordMeta') }),
  ...changeReplies,
  ...ofPeople,
  ...ofViews,
  ...slowListReplies,
}

/** These answer only for an adopted database, and only to owners. */
const ofAdoption: readonly string[] = [
  'readAdoption',
  'arrangeModels',
  'correctModel',
  'readRules',
  'saveRules',
  'tryRules',
] satisfies EndpointName[]

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
    if (ofAdoption.includes(name) && !isAdopted) continue
    if ((endpoint.rule === 'owner' || endpoint.rule === 'hidden') && viewer.role !== 'owner') continue
    const atPath = paths[endpoint.path] ?? {}
    paths[endpoint.path] = atPath
    atPath[endpoint.method.toLowerCase()] = operation(name as EndpointName, endpoint)
  }
  return paths
}

function operation(name: EndpointName, { rule, path }: EndpointDefinition): JsonSchema {
  const reply = replies[name]
  const envelope = Object.hasOwn(bodies, name) ? bodies[name as keyof typeof bodies] : undefined
  const body = envelope && plainSchema(toJSONSchema(envelope, { target: 'draft-2020-12' }))
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const asked = queries[name] ?? []
  return {
    tags: [tagOf(name)],
    operationId: name,
    summary: endpointSummaries[name],
    ...(parameters.length + asked.length === 0 ? {} : { parameters: [...parameters, ...asked] }),
    ...(rule === 'everyone' ? { security: [] } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: jsonContent(body) } }),
    responses: {
      ...(name === 'createPerson' || name === 'createView'
        ? { '201': { description: 'Created.', content: jsonContent(reply ?? {}) } }
        : reply === undefined
          ? { '204': { description: 'Done.' } }
          : {
              '200': {
                description: 'Done.',
                content: name === 'exportChanges' ? { 'text/csv': { schema: reply } } : jsonContent(reply),
              },
            }),
      ...problemResponses,
    },
  }
}

function tagOf(name: EndpointName): string {
  if (ofAdoption.includes(name)) return 'adoption'
  if (Object.hasOwn(ofPeople, name)) return 'people'
  if (Object.hasOwn(ofViews, name)) return 'views'
  if (Object.hasOwn(slowListReplies, name)) return 'lists'
  return Object.hasOwn(changeReplies, name) || name === 'restoreRecord' ? 'changes' : 'session'
}

const inQuery = ([name, schema, required = false]: [string, JsonSchema, boolean?]): JsonSchema => ({
  name,
  in: 'query',
  ...(required ? { required } : {}),
  schema,
})

const place = inQuery(['after', { type: 'string', description: 'The `next` of the page in front.' }])
const limit = inQuery(['limit', { type: 'integer', minimum: 1, maximum: 200, default: 50 }])
const ofChanges: readonly JsonSchema[] = [
  inQuery(['person', { type: 'string', description: 'The id of a person.' }]),
  inQuery(['model', { type: 'string' }]),
  inQuery(['field', { type: 'string', description: 'Only with `model`.' }]),
  inQuery(['means', { type: 'string', enum: changeMeans }]),
  inQuery(['from', { type: 'string', format: 'date-time' }]),
  inQuery(['to', { type: 'string', format: 'date-time', description: 'Up to this moment, and not with it.' }]),
  place,
  limit,
]

/** What stands behind the `?` of addresses that take it. */
const queries: { readonly [name in EndpointName]?: readonly JsonSchema[] } = {
  listPeople: [
    inQuery(['q', { type: 'string', maxLength: 200 }]),
    inQuery(['group', { type: 'string', maxLength: 200 }]),
    inQuery(['limit', { type: 'integer', minimum: 1, maximum: 500, default: 50 }]),
    inQuery(['offset', { type: 'integer', minimum: 0, default: 0 }]),
  ],
  askWhy: [
    inQuery(['person', { type: 'string', description: 'The id of a person; or else `role`.' }]),
    inQuery(['role', { type: 'string', description: 'The name of a role, or `public`.' }]),
    inQuery(['act', { type: 'string', enum: ['read', 'create', 'edit', 'remove'] }, true]),
    inQuery(['model', { type: 'string' }, true]),
    inQuery(['id', { type: 'string', description: 'Of a record; absent: any.' }]),
    inQuery(['field', { type: 'string', description: 'Absent: the record as a whole.' }]),
  ],
  recordHistory: [inQuery(['field', { type: 'string', description: 'Only changes of this field.' }]), place, limit],
  listTrash: [place, limit],
  readChanges: [place, limit],
  listChanges: ofChanges,
  exportChanges: ofChanges,
}

/** The schema without the mark of its dialect, which is that of the whole document, and with no definitions of its own: all that they define is any JSON. */
function plainSchema(schema: unknown): JsonSchema {
  const anyJson = (_key: string, value: unknown) => (isJsonObject(value) && typeof value.$ref === 'string' ? {} : value)
  const plain = JSON.parse(JSON.stringify(schema, anyJson)) as Json
  if (!isJsonObject(plain)) return {}
  const { $schema: _dialect, $defs: _anyJson, ...rest } = plain
  return rest
}
