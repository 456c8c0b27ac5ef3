/** What a project's server faces import: rules of models, handlers of endpoints, and the list of both. Server only. */
export {
  defineEndpointServer,
  type EndpointContext,
  type EndpointServer,
  type TypedRecords,
  typedRecords,
} from './server/define-endpoint-server.ts'
export { defineProjectServer, type Filling, type ProjectServer } from './server/define-project-server.ts'
export { defineServer, type ModelServer } from './server/define-server.ts'
