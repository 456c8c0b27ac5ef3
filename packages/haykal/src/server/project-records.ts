/** The records of a project for its own hooks and actions, exactly typed. */
import type { FilterOf, Json, ModelDefinition, NewRecordOf, RecordOf } from '@haykal/model'
import type { TrustedRecords } from '@haykal/records'

/** What code of the project may do within a change-set. No rule is asked; checks, hooks and history are as with every write. */
export interface ProjectRecords {
  /** The records that a filter finds, at most 1,000, by their keys. */
  find<M extends ModelDefinition>(model: M, filter?: FilterOf<M>): Promise<readonly RecordOf<M>[]>
  /** The record of a key; of a composite one, its values as a list. Undefined where there is none. */
  read<M extends ModelDefinition>(model: M, key: Json | readonly Json[]): Promise<RecordOf<M> | undefined>
  /** Fields that people cannot set may be given, too. */
  create<M extends ModelDefinition>(model: M, values: NewRecordOf<M> & Partial<RecordOf<M>>): Promise<RecordOf<M>>
  edit<M extends ModelDefinition>(
    model: M,
    records: RecordOf<M> | readonly RecordOf<M>[],
    values: Partial<RecordOf<M>>,
  ): Promise<readonly RecordOf<M>[]>
  remove<M extends ModelDefinition>(model: M, records: RecordOf<M> | readonly RecordOf<M>[]): Promise<void>
}

/** The typed door over the untyped one. */
export function typedTrusted(records: TrustedRecords): ProjectRecords {
  const untyped = {
    find: (model: ModelDefinition, filter?: never) => records.find(model.name, filter),
    read: (model: ModelDefinition, key: Json | readonly Json[]) => records.read(model.name, key),
    create: (model: ModelDefinition, values: never) => records.create(model.name, values),
    edit: (model: ModelDefinition, which: never, values: never) => records.edit(model.name, which, values),
    remove: (model: ModelDefinition, which: never) => records.remove(model.name, which),
  }
  // The names are the same, only the compiler knows more.
  return untyped as unknown as ProjectRecords
}
