/** The schemas that all answers share. */
import { errorStatus, type JsonSchema } from '@haykal/model'
import { listParameterNames } from './list-parameters.ts'

/** A reference to a schema of the document. */
export function schemaRef(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}

/** A JSON body of a schema. */
export function jsonContent(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } }
}

/** Every answer that is no success. */
export const problemResponses: JsonSchema = { default: { $ref: '#/components/responses/Problem' } }

const problemItem: JsonSchema = {
  type: 'object',
  required: ['pointer', 'code', 'message'],
  properties: {
    pointer: {
      type: 'string',
      description: `A JSON Pointer into the body, or \`?name\` for a parameter (${listParameterNames.join(', ')}).`,
    },
    code: { type: 'string', description: 'A stable name of what is wrong.' },
    message: { type: 'string' },
    params: { type: 'object', additionalProperties: true },
  },
}

const actOnPage: JsonSchema = { type: ['boolean', 'array'], items: { type: 'boolean' } }

const settableNames: JsonSchema = {
  type: 'array',
  items: { type: 'string' },
  description: 'The only fields that may be set; absent: all that can be set.',
}

/** By name. */
export const sharedSchemas: { readonly [name: string]: JsonSchema } = {
  Problem: {
    type: 'object',
    description: 'What went wrong (RFC 9457).',
    required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', enum: Object.keys(errorStatus) },
      requestId: { type: 'string', description: 'Stands in the log of the server too.' },
      errors: { type: 'array', items: problemItem },
      conflict: {
        type: 'object',
        description: 'For 412: the fields that others changed meanwhile.',
        additionalProperties: {
          type: 'object',
          required: ['base', 'theirs', 'yours'],
          properties: {
            base: {},
            theirs: {},
            yours: {},
            by: { type: 'string' },
            at: { type: 'string', format: 'date-time' },
          },
        },
      },
      explanation: {
        description: 'For 403: the rule that decided, for whoever may know of the record.',
        ...schemaRef('Explanation'),
      },
      params: { type: 'object', additionalProperties: true },
    },
  },
  Explanation: {
    type: 'object',
    description: 'Which rule decides, and how; labels are a text, or one a language.',
    required: ['code', 'isAllowed', 'role', 'act', 'models'],
    properties: {
      code: { type: 'string', enum: ['all', 'none', 'some', 'field', 'hidden', 'fixed'] },
      isAllowed: { type: 'boolean' },
      role: { type: 'string' },
      roleLabel: { description: 'What people call the role; absent: as its name says.' },
      act: { type: 'string', enum: ['read', 'create', 'edit', 'remove'] },
      models: { description: 'What several records are called.' },
      condition: { type: 'object', description: 'What has to hold, in words.' },
      facts: { type: 'array', items: { type: 'object' }, description: 'What the record has there.' },
      isAfter: { type: 'boolean', description: 'The facts are those of the record as it would have become.' },
      field: { description: 'The field that decides.' },
      about: { type: 'object', description: 'Whom it is about: a person or a role; absent: whoever asks.' },
    },
  },
  Person: {
    type: 'object',
    required: ['id', 'name', 'email', 'role'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string' },
    },
  },
  Titles: {
    type: 'object',
    description: 'The titles of the records that are pointed to: by model, then by key.',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
  },
  PageMeta: {
    type: 'object',
    required: ['next', 'prev', 'count', 'countKind', 'titles', 'can'],
    properties: {
      next: { type: ['string', 'null'], description: 'Pass as `after` for the page that follows.' },
      prev: { type: ['string', 'null'], description: 'Pass as `before` for the page in front.' },
      count: { type: ['integer', 'null'] },
      countKind: {
        type: 'string',
        enum: ['none', 'bounded', 'exact'],
        description: '`bounded`: there are more than `count`.',
      },
      titles: schemaRef('Titles'),
      search: {
        type: 'string',
        enum: ['ranked', 'sorted'],
        description:
          'Only with `q`. `ranked`: what fits best comes first; `sorted`: the order asked for or, where very many are found, that of the list.',
      },
      reach: {
        type: 'object',
        description:
          'Of a search that did not look everywhere: why (its index is being built, another program has just changed the file, there is none), among the records of which model, how many it looked through, and about which share is indexed.',
        required: ['why', 'model'],
        properties: {
          why: { type: 'string', enum: ['building', 'changed', 'unindexed'] },
          model: { type: 'string' },
          rows: { type: 'integer' },
          share: { type: 'number' },
        },
      },
      share: {
        type: 'number',
        description:
          'Of a page that begins at a value: about which share of the list stands in front of it, from 0 to 1.',
      },
      can: {
        type: 'object',
        description:
          'For each act: all records of the page, none, or for each of them, in their order, whether it allows it.',
        required: ['edit', 'remove'],
        properties: { edit: actOnPage, remove: actOnPage, fields: settableNames },
      },
      facets: {
        type: 'object',
        description:
          'By field, where asked for: its most frequent values, and how many records have others. Null in place of values: not counted, as it would take too long.',
        additionalProperties: {
          type: 'object',
          required: ['values'],
          properties: {
            values: {
              type: ['array', 'null'],
              items: {
                type: 'object',
                required: ['value', 'count'],
                properties: { value: {}, count: { type: 'integer' } },
              },
            },
            others: { type: 'integer' },
          },
        },
      },
      bounded: {
        type: 'object',
        description:
          'Only where the list could not be gone through in time. `isSorted`: it stands in the order asked for, else in one that was at hand; ' +
          '`looked`: no more than so many records were looked at. With `whole=true` the whole list is waited for.',
        required: ['isSorted'],
        properties: { isSorted: { type: 'boolean' }, looked: { type: 'integer' } },
      },
      hint: {
        type: 'string',
        enum: ['slow', 'unindexed'],
        description:
          'Told to owners, and in development: the list was slow, or there is no index behind its filter or order.',
      },
    },
  },
  RecordMeta: {
    type: 'object',
    required: ['id', 'titles', 'can', 'etag'],
    properties: {
      id: { type: 'string', description: 'As in the address of the record, before percent-encoding.' },
      titles: schemaRef('Titles'),
      can: {
        type: 'object',
        required: ['edit', 'remove'],
        properties: { edit: { type: 'boolean' }, remove: { type: 'boolean' }, fields: settableNames },
      },
      etag: { type: 'string', description: 'As in the ETag header.' },
      changeSet: { type: 'string', description: 'Of the write that this answers; absent: nothing was written.' },
    },
  },
}

/** By name. */
export const sharedResponses: JsonSchema = {
  Problem: {
    description: 'It did not work; `code` says why, `errors` what to put right.',
    content: { 'application/problem+json': { schema: schemaRef('Problem') } },
  },
}
