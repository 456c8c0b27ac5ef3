/** An address of a project's own, under `/api/v1/-/p/`: declared as data; its server face is written with `defineEndpointServer`. */
import type { FieldDefinition, Label, RoleName, ValueOf } from '@haykal/model'

/** Who may come in: everyone, whoever is signed in, or some roles. */
export type Allowed = 'everyone' | 'signed-in' | readonly RoleName[]

/** An endpoint as declared. */
export interface ProjectEndpoint<Query extends QueryFields = QueryFields> {
  readonly method: 'GET' | 'POST'
  /** Begins with `/`: `/low-stock` is served at `/api/v1/-/p/low-stock`. */
  readonly path: `/${string}`
  readonly allowed: Allowed
  /** What it does, for the OpenAPI document. */
  readonly summary: Label
  /** The parameters it understands: in the address for GET, in the body for POST. One that is not named here is refused. */
  readonly query: Query
}

/** Parameters by name, each of a field kind that parses and checks it. */
export type QueryFields = { readonly [name: string]: FieldDefinition }

/** The parameters as the server face gets them. */
export type QueryOf<E extends ProjectEndpoint> = {
  readonly [Name in keyof E['query']]: E['query'][Name] extends { readonly required: true } | { readonly default: unknown }
    ? ValueOf<E['query'][Name]>
    : ValueOf<E['query'][Name]> | null
}

/** Declares an endpoint. Returns what it is given. */
export function defineEndpoint<const Query extends QueryFields>(endpoint: ProjectEndpoint<Query>): ProjectEndpoint<Query> {
  return endpoint
}
