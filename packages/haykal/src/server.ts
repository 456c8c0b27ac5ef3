/** What a project's server faces import: rules of models, handlers of endpoints, and the list of both. Server only. */
export {
  defineEndpointServer,
  type EndpointContext,
  type EndpointServer,
  type TypedRecords,
  typedRecords,
} from './server/define-endpoint-server.ts'
export { defineProjectServer, type Filling, type ProjectServer } from './server/define-project-server.ts'
export {
  type ActionContext,
  type ActionDefinition,
  type DraftOf,
  defineServer,
  facesOf,
  type ModelServer,
  mistakesOfActions,
  type SaveContext,
  type ServerFace,
} from './server/define-server.ts'
export type { ProjectRecords } from './server/project-records.ts'
export { refuse } from './server/refuse.ts'
