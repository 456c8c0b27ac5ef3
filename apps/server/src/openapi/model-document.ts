/** One model in the document: its paths, and the schemas of what is read, created and edited. */
import type { ModelAbilities } from '@haykal/contract'
import { isSettable, type JsonSchema, labelIn, type Model, type ModelField } from '@haykal/model'
import { listParameters } from './list-parameters.ts'
import type { ModelNames } from './names.ts'
import { jsonContent, problemResponses, schemaRef } from './shared-schemas.ts'

/** A model with what the document says of it. */
export interface ModelPart {
  readonly model: Model
  readonly names: ModelNames
  readonly can: ModelAbilities
}

const idParameter: JsonSchema = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'The key of the record.',
}

/** The schemas of a model. */
export function modelSchemas({ model, names: { schema } }: ModelPart): { readonly [name: string]: JsonSchema } {
  const all = model.fields.map((field) => field.name)
  const settable = (purpose: 'create' | 'edit') => model.fields.filter((field) => isSettable(field, purpose))
  const needed = settable('create').filter((field) => field.isRequired && field.options.default === undefined)
  return {
    [schema]: objectOf(model.fields, { required: all, description: labelIn(model.label, 'en') }),
    [`${schema}ListItem`]: objectOf(model.fields, {
      required: model.key.map((field) => field.name),
      description: 'All fields, or the key and those that were asked for.',
    }),
    [`New${schema}`]: {
      ...objectOf(settable('create'), { required: needed.map((field) => field.name) }),
      additionalProperties: false,
    },
    [`${schema}Edit`]: { ...objectOf(settable('edit'), { required: [] }), additionalProperties: false },
    [`${schema}Page`]: wrapped({ type: 'array', items: schemaRef(`${schema}ListItem`) }, 'PageMeta'),
    [`${schema}Reply`]: wrapped(schemaRef(schema), 'RecordMeta'),
  }
}

/** The paths of a model, with what its reader may do. */
export function modelPaths({ model, names: { schema, plural }, can }: ModelPart): {
  readonly [path: string]: JsonSchema
} {
  const list = `/api/v1/${encodeURIComponent(model.name)}`
  const title = labelIn(model.label, 'en')
  const shared = { tags: [model.name] }
  const record = recordAnswer(schema)
  return {
    [list]: {
      get: {
        ...shared,
        operationId: `list${plural}`,
        summary: `List: ${labelIn(model.plural, 'en')}`,
        parameters: listParameters,
        responses: {
          '200': { description: 'A page of records.', content: jsonContent(schemaRef(`${schema}Page`)) },
          ...problemResponses,
        },
      },
      ...(can.create
        ? {
            post: {
              ...shared,
              operationId: `create${schema}`,
              summary: `Create: ${title}`,
              requestBody: { required: true, content: jsonContent(bodyOf({ values: schemaRef(`New${schema}`) })) },
              responses: { '201': record('The record that was created.'), ...problemResponses },
            },
          }
        : {}),
    },
    [`${list}/{id}`]: {
      parameters: [idParameter],
      get: {
        ...shared,
        operationId: `read${schema}`,
        summary: `Read: ${title}`,
        responses: { '200': record('The record.'), ...problemResponses },
      },
      ...(can.edit ? { patch: editOperation(shared, schema, title) } : {}),
      ...(can.remove ? { delete: removeOperation(shared, schema, title) } : {}),
    },
    ...whyPath(model, list, schema),
    ...bytesPath(model, list, schema),
  }
}

/** Where it is told why something may or may not be done with a record. */
function whyPath(model: Model, list: string, schema: string): { readonly [path: string]: JsonSchema } {
  const acts = ['edit', 'remove']
  return {
    [`${list}/{id}/-/why/{act}`]: {
      parameters: [idParameter, { name: 'act', in: 'path', required: true, schema: { type: 'string', enum: acts } }],
      get: {
        tags: [model.name],
        operationId: `explain${schema}`,
        summary: `Why one may or may not: ${labelIn(model.label, 'en')}`,
        responses: {
          '200': { description: 'The rule that decides.', content: jsonContent(explained) },
          ...problemResponses,
        },
      },
    },
  }
}

const explained: JsonSchema = {
  type: 'object',
  required: ['explanation'],
  properties: { explanation: schemaRef('Explanation') },
}

/** Where the bytes of a record can be had; nothing for a model without fields of them. */
function bytesPath(model: Model, list: string, schema: string): { readonly [path: string]: JsonSchema } {
  const fields = model.fields.filter((field) => field.column.kind === 'bytes').map((field) => field.name)
  if (fields.length === 0) return {}
  const bytes = { schema: { type: 'string', format: 'binary' } }
  return {
    [`${list}/{id}/-/bytes/{field}`]: {
      parameters: [
        idParameter,
        { name: 'field', in: 'path', required: true, schema: { type: 'string', enum: fields } },
      ],
      get: {
        tags: [model.name],
        operationId: `read${schema}Bytes`,
        summary: `Bytes of one field: ${labelIn(model.label, 'en')}`,
        responses: {
          '200': {
            description: 'The bytes as they are: a picture, told by its first bytes, or else a download.',
            content: { 'image/*': bytes, 'application/octet-stream': bytes },
          },
          ...problemResponses,
        },
      },
    },
  }
}

function editOperation(shared: JsonSchema, schema: string, title: string): JsonSchema {
  const edit = schemaRef(`${schema}Edit`)
  return {
    ...shared,
    operationId: `edit${schema}`,
    summary: `Edit: ${title}`,
    description: '`values` holds the fields to change, `base` for each of them the value that was seen.',
    parameters: [ifMatch(false)],
    requestBody: { required: true, content: jsonContent(bodyOf({ values: edit, base: edit })) },
    responses: { '200': recordAnswer(schema)('The record as it is now.'), ...problemResponses },
  }
}

function removeOperation(shared: JsonSchema, schema: string, title: string): JsonSchema {
  return {
    ...shared,
    operationId: `remove${schema}`,
    summary: `Remove: ${title}`,
    parameters: [ifMatch(true)],
    requestBody: { required: false, content: jsonContent({ type: 'object', additionalProperties: false }) },
    responses: { '200': { description: 'It is removed.', content: jsonContent(written) }, ...problemResponses },
  }
}

const written: JsonSchema = {
  type: 'object',
  required: ['changeSet'],
  properties: { changeSet: { type: ['string', 'null'], description: 'By which it can be taken back.' } },
}

function ifMatch(required: boolean): JsonSchema {
  return {
    name: 'If-Match',
    in: 'header',
    required,
    schema: { type: 'string' },
    description: 'The ETag that the record must still have, or `*`.',
  }
}

function recordAnswer(schema: string) {
  return (description: string): JsonSchema => ({
    description,
    headers: { ETag: { schema: { type: 'string' }, description: 'Of the record as its reader sees it.' } },
    content: jsonContent(schemaRef(`${schema}Reply`)),
  })
}

function bodyOf(properties: JsonSchema): JsonSchema {
  return { type: 'object', required: Object.keys(properties), properties, additionalProperties: false }
}

function wrapped(content: JsonSchema, meta: string): JsonSchema {
  return { type: 'object', required: ['data', 'meta'], properties: { data: content, meta: schemaRef(meta) } }
}

function objectOf(
  fields: readonly ModelField[],
  extra: { readonly required: readonly string[]; readonly description?: string },
): JsonSchema {
  return {
    type: 'object',
    ...extra,
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
  }
}

/** What a field's values look like. */
export function fieldSchema(
  field: Pick<ModelField, 'kind' | 'options' | 'label' | 'isRequired' | 'isReadOnly'>,
): JsonSchema {
  const schema = field.kind.jsonSchema(field.options)
  return {
    ...(field.isRequired ? schema : orNull(schema)),
    title: labelIn(field.label, 'en'),
    ...(field.isReadOnly ? { readOnly: true } : {}),
    ...(field.options.help === undefined ? {} : { description: labelIn(field.options.help, 'en') }),
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema
  if (type === undefined) return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] }
  return { ...schema, type: [type, 'null'].flat(), ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}
