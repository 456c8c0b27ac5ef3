/** A project's own endpoints in the document: those that their reader may call. */
import { fieldKinds } from '@haykal/fields'
import {
  type FieldDefinition,
  type FieldKinds,
  type JsonSchema,
  labelFromName,
  labelIn,
  type Models,
  type Viewer,
} from '@haykal/model'
import { projectPath } from '../handlers/project-endpoint.ts'
import type { RunningEndpoint } from '../handlers/state.ts'
import { checkRule } from '../http/rule.ts'
import { fieldSchema } from './model-document.ts'
import type { Names } from './names.ts'
import { jsonContent, problemResponses, schemaRef } from './shared-schemas.ts'

/** Whose document it is, and what its models are called. */
export interface ProjectPart {
  readonly viewer: Viewer
  readonly names: Names
  readonly models: Models
}

/** The paths of the project's endpoints. */
export function projectPaths(
  endpoints: readonly RunningEndpoint[],
  part: ProjectPart,
): { readonly [path: string]: JsonSchema } {
  const mine = endpoints.filter(({ endpoint }) => isAllowed(endpoint.allowed, part.viewer))
  const paths: { [path: string]: JsonSchema } = {}
  for (const running of mine) {
    const path = projectPath + running.endpoint.path
    paths[path] = { ...paths[path], [running.endpoint.method.toLowerCase()]: operation(running, part) }
  }
  return paths
}

function operation({ endpoint }: RunningEndpoint, { names, models }: ProjectPart): JsonSchema {
  const { method, path, query, summary, allowed, reply } = endpoint
  const fields = Object.entries(query)
  const about = reply === undefined ? undefined : models.get(reply.records.name)
  return {
    tags: ['project'],
    operationId: `${method.toLowerCase()}${path.replace(/(?:^|\W+)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: labelIn(summary, 'en'),
    ...(allowed === 'everyone' ? { security: [] } : {}),
    ...(method === 'GET'
      ? {
          parameters: fields.map(([name, field]) => ({
            name,
            in: 'query',
            required: isNeeded(field),
            schema: parameterSchema(name, field),
          })),
        }
      : { requestBody: { required: true, content: jsonContent(bodySchema(fields)) } }),
    responses: {
      '200': {
        description: 'The answer.',
        content: jsonContent(about ? schemaRef(`${names.of(about).schema}Page`) : {}),
      },
      ...problemResponses,
    },
  }
}

function bodySchema(fields: readonly (readonly [string, FieldDefinition])[]): JsonSchema {
  return {
    type: 'object',
    required: fields.filter(([, field]) => isNeeded(field)).map(([name]) => name),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, parameterSchema(name, field)])),
    additionalProperties: false,
  }
}

function parameterSchema(name: string, options: FieldDefinition): JsonSchema {
  const kinds: FieldKinds = fieldKinds
  const kind = kinds[options.kind]
  if (!kind) return {}
  const schema = fieldSchema({
    kind,
    options,
    label: options.label ?? labelFromName(name),
    isRequired: true,
    isReadOnly: false,
  })
  return options.default === undefined ? schema : { ...schema, default: options.default }
}

function isNeeded(field: FieldDefinition): boolean {
  return field.required === true && field.default === undefined
}

function isAllowed(allowed: RunningEndpoint['endpoint']['allowed'], viewer: Viewer): boolean {
  try {
    checkRule(allowed, viewer)
    return true
  } catch {
    return false
  }
}
