/** Writes the OpenAPI document: the endpoints of the contract, each model with paths and schemas of its own, the project's endpoints. */
import { endpoints } from '@haykal/contract'
import { fieldKinds } from '@haykal/fields'
import { type JsonSchema, labelIn, resolveModels, type Viewer } from '@haykal/model'
import { describeModels } from '@haykal/records'
import type { State } from '../handlers/state.ts'
import { modelPaths, modelSchemas } from './model-document.ts'
import { createNames } from './names.ts'
import { platformPaths } from './platform-document.ts'
import { projectPaths } from './project-document.ts'
import { sharedResponses, sharedSchemas } from './shared-schemas.ts'

/** What the document is about. */
export interface OpenapiOptions {
  readonly state: Pick<State, 'core' | 'label' | 'endpoints' | 'adopted'>
  /** Whose view of the API it is: models and fields that this viewer may not see are not there. */
  readonly viewer: Viewer
  /** Absent: wherever the document came from. */
  readonly publicUrl?: URL
}

/** The document for one viewer. */
export function buildOpenapi({ state, viewer, publicUrl }: OpenapiOptions): JsonSchema {
  const { core, label, endpoints: own, adopted } = state
  const described = describeModels(core, viewer)
  const models = resolveModels(described, { kinds: fieldKinds, isPartial: true })
  const names = createNames(models.all, Object.keys(sharedSchemas))
  const abilities = new Map(described.map((model) => [model.name, model.can]))
  const parts = models.all.map((model) => ({
    model,
    names: names.of(model),
    can: abilities.get(model.name) ?? { create: false, edit: false, remove: false },
  }))
  return {
    openapi: '3.1.0',
    info: {
      title: labelIn(label, 'en'),
      version: '1',
      description:
        'Lists, reads, creates, edits and removes records. Sign in with POST /api/v1/-/session and keep the cookie. ' +
        'An edit carries, for each field it touches, the value that it is based on: if somebody changed that field meanwhile, nothing is written and the answer is 412.',
    },
    servers: [{ url: publicUrl?.origin ?? '/' }],
    tags: [
      { name: 'session' },
      { name: 'views' },
      { name: 'lists' },
      ...(viewer.role === 'owner' ? [{ name: 'people' }] : []),
      ...(adopted && viewer.role === 'owner' ? [{ name: 'adoption' }] : []),
      ...models.all.map((model) => ({ name: model.name, description: labelIn(model.plural, 'en') })),
    ],
    security: [{ session: [] }],
    paths: {
      ...platformPaths(endpoints, { isAdopted: adopted !== undefined, viewer }),
      ...Object.assign({}, ...parts.map(modelPaths)),
      ...projectPaths(own, { viewer, names, models }),
    },
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: publicUrl?.protocol === 'https:' ? '__Host-haykal' : 'haykal',
          description: 'Set by POST /api/v1/-/session.',
        },
      },
      schemas: { ...sharedSchemas, ...Object.assign({}, ...parts.map(modelSchemas)) },
      responses: sharedResponses,
    },
  }
}
