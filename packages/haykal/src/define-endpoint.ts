/** An address of a project's own, under `/api/v1/-/p/`: declared as data; its server face is written with `defineEndpointServer`. */
import type { RecordPage } from '@haykal/contract'
import type { FieldDefinition, Json, Label, RecordOf, RoleName, ValueOf } from '@haykal/model'
import type { AboutModel, ModelOf } from './model-named.ts'

/** Who may come in: everyone, whoever is signed in, or some roles. */
export type Allowed = 'everyone' | 'signed-in' | readonly RoleName[]

/** An endpoint as declared. */
export interface ProjectEndpoint<
  Query extends QueryFields = QueryFields,
  Reply extends ReplyShape | undefined = ReplyShape | undefined,
> {
  readonly method: 'GET' | 'POST'
  /** Begins with `/`: `/low-stock` is served at `/api/v1/-/p/low-stock`. */
  readonly path: `/${string}`
  readonly allowed: Allowed
  /** What it does, for the OpenAPI document. */
  readonly summary: Label
  /** The parameters it understands: in the address for GET, in the body for POST. One that is not named here is refused. */
  readonly query: Query
  /** What it answers; absent: any JSON. */
  readonly reply?: Reply
}

/** Parameters by name, each of a field kind that parses and checks it. */
export type QueryFields = { readonly [name: string]: FieldDefinition }

/** An answer that is known beforehand: a page of records of a model, as lists give it. */
export interface ReplyShape {
  readonly records: AboutModel
}

/** The parameters as the server face gets them. */
export type QueryOf<E extends ProjectEndpoint> = {
  readonly [Name in keyof E['query']]: E['query'][Name] extends
    | { readonly required: true }
    | { readonly default: unknown }
    ? ValueOf<E['query'][Name]>
    : ValueOf<E['query'][Name]> | null
}

/** What the endpoint answers. */
export type ReplyOf<E extends ProjectEndpoint> = E extends { readonly reply?: { readonly records: infer About } }
  ? About extends AboutModel
    ? RecordPage<RecordOf<ModelOf<About>>>
    : Json
  : Json

/** Declares an endpoint. Returns what it is given. */
export function defineEndpoint<const Query extends QueryFields, const Reply extends ReplyShape | undefined = undefined>(
  endpoint: ProjectEndpoint<Query, Reply>,
): ProjectEndpoint<Query, Reply> {
  return endpoint
}
