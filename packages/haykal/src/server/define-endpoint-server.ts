/** The server face of a project's endpoint: a function from checked parameters to JSON. */
import type { ListQuery, RecordPage, RecordReply } from '@haykal/contract'
import type { FilterOf, Json, ModelDefinition, NewRecordOf, RecordOf, SortOf, Viewer } from '@haykal/model'
import type { Records } from '@haykal/records'
import type { ProjectEndpoint, QueryOf, ReplyOf } from '../define-endpoint.ts'

/** Records as the asker may see and change them, exactly typed. */
export interface TypedRecords {
  /** A page of records. */
  list<M extends ModelDefinition>(model: M, request?: TypedListRequest<M>): Promise<RecordPage<RecordOf<M>>>
  read<M extends ModelDefinition>(model: M, id: string): Promise<RecordReply<RecordOf<M>>>
  create<M extends ModelDefinition>(model: M, values: NewRecordOf<M>): Promise<RecordReply<RecordOf<M>>>
}

type TypedListRequest<M extends ModelDefinition> = Omit<ListQuery, 'filter' | 'sort' | 'fields'> & {
  readonly filter?: FilterOf<M>
  readonly sort?: readonly SortOf<M>[]
}

/** What the handler of an endpoint is given. */
export interface EndpointContext<E extends ProjectEndpoint = ProjectEndpoint> {
  /** The parameters, parsed by their fields. */
  readonly query: QueryOf<E>
  /** Who asks. */
  readonly viewer: Viewer
  /** Bound to the viewer: their rules apply. */
  readonly records: TypedRecords
}

/** An endpoint's server face. */
export interface EndpointServer {
  readonly endpoint: ProjectEndpoint
  handle(context: EndpointContext<never>): Promise<Json>
}

/** Declares what an endpoint answers. Throw `HaykalError` to refuse. */
export function defineEndpointServer<E extends ProjectEndpoint>(
  endpoint: E,
  handle: (context: EndpointContext<E>) => Promise<ReplyOf<E>>,
): EndpointServer {
  // A page of records is JSON, which an interface cannot tell the compiler.
  return { endpoint, handle: handle as EndpointServer['handle'] }
}

/** The typed door over the untyped one: the names are the same, only the compiler knows more. */
export function typedRecords(records: Records): TypedRecords {
  return {
    list: (model, { filter, sort, ...request } = {}) =>
      records.list(model.name, {
        ...request,
        ...(filter === undefined ? {} : { filter: filter as NonNullable<ListQuery['filter']> }),
        ...(sort === undefined ? {} : { sort: sort.join(',') }),
      }) as Promise<RecordPage<never>>,
    read: (model, id) => records.read(model.name, id) as Promise<RecordReply<never>>,
    create: (model, values) => records.create(model.name, values) as Promise<RecordReply<never>>,
  }
}
