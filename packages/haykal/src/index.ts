/** What a project imports to describe itself: models, fields, endpoints, screens, roles. Runs anywhere. */
export * from '@haykal/fields'
export {
  type CheckDefinition,
  computed,
  defineModel,
  type EditOf,
  type FilterOf,
  type Json,
  type Label,
  type ModelDefinition,
  type NewRecordOf,
  type RecordOf,
  type RoleDefinition,
  type RoleDefinitions,
  rollup,
  type SortOf,
} from '@haykal/model'
export { type Allowed, defineEndpoint, type ProjectEndpoint, type QueryOf, type ReplyOf } from './define-endpoint.ts'
export { defineProject, type Project } from './define-project.ts'
export { defineScreen, type Screen } from './define-screen.ts'
export { type ModelName, modelNamed } from './model-named.ts'
