/** The server face of a model: what only the server knows of it. */
import type { ModelRules } from '@haykal/access'
import type { Models, Viewer } from '@haykal/model'
import {
  type FilterOf,
  type Json,
  type Label,
  type ModelDefinition,
  parseFilter,
  type RecordOf,
  type RoleName,
  unlimitedPaths,
} from '@haykal/model'
import type { ModelFaces } from '@haykal/records'
import { type ProjectRecords, typedTrusted } from './project-records.ts'

/** What a hook is told beside the record. */
export interface SaveContext<M extends ModelDefinition = ModelDefinition> {
  readonly act: 'create' | 'edit'
  /** The record as it was; null for a new one. */
  readonly before: RecordOf<M> | null
  /** Who saves. */
  readonly me: Viewer
  /** The records of all models, within the same change-set, whatever the rules say. */
  readonly project: ProjectRecords
}

/** What is about to be stored: to be changed in place. Fields that are not in it stay as they are. */
export type DraftOf<M extends ModelDefinition> = { -readonly [Name in keyof RecordOf<M>]?: RecordOf<M>[Name] }

/** What an action is given. */
export interface ActionContext<M extends ModelDefinition = ModelDefinition> {
  /** The records that it runs on. */
  readonly records: readonly RecordOf<M>[]
  /** Who runs it. */
  readonly me: Viewer
  /** Sets fields of records of this model, whatever the rules say. */
  edit(records: RecordOf<M> | readonly RecordOf<M>[], values: Partial<RecordOf<M>>): Promise<readonly RecordOf<M>[]>
  /** Removes records of this model. */
  remove(records: RecordOf<M> | readonly RecordOf<M>[]): Promise<void>
  /** The records of all models, within the same change-set. */
  readonly project: ProjectRecords
}

/** A named act on records of a model, with a button. All that it changes is one change-set: all of it or, when it throws, nothing. */
export interface ActionDefinition<M extends ModelDefinition = ModelDefinition> {
  readonly label: Label
  /** The name of one of our icons; absent: none. */
  readonly icon?: string
  /** Which records it is for; absent: any. */
  readonly when?: FilterOf<M>
  /** The roles that may run it on whatever they may read; absent: whoever may edit the record. */
  readonly allowed?: readonly RoleName[]
  /** Throw `HaykalError` to refuse. */
  run(context: ActionContext<M>): unknown
}

/** What a server face says of a model. */
export interface ServerFace<M extends ModelDefinition = ModelDefinition> {
  /** Absent: each role has its defaults. */
  readonly rules?: ModelRules<M>
  /** By name. */
  readonly actions?: { readonly [name: string]: ActionDefinition<M> }
  /** Before a record is stored, whichever way it came, but for what undo and the trash put back. */
  beforeSave?(draft: DraftOf<M>, context: SaveContext<M>): void | Promise<void>
  /** After it was stored, in the same transaction. */
  afterSave?(record: RecordOf<M>, context: SaveContext<M>): void | Promise<void>
}

/** A model's server face. */
export interface ModelServer extends Omit<ServerFace, 'rules'> {
  readonly model: string
  readonly rules: ModelRules
}

/** Declares what the server knows of a model, checked against its fields. */
export function defineServer<M extends ModelDefinition>(model: M, face: ServerFace<M>): ModelServer {
  // Which model the face was checked against is known here only; whoever applies it resolves the names again.
  return { rules: {}, ...(face as unknown as ServerFace), model: model.name }
}

/** The face as the core runs it. */
export function facesOf(face: ModelServer): ModelFaces {
  const { model, beforeSave, afterSave, actions = {} } = face
  return {
    hooks: {
      ...(beforeSave && {
        beforeSave: (draft, { viewer, records, before, act }) =>
          beforeSave(draft as never, { act, before: before as never, me: viewer, project: typedTrusted(records) }),
      }),
      ...(afterSave && {
        afterSave: (record, { viewer, records, before, act }) =>
          afterSave(record as never, { act, before: before as never, me: viewer, project: typedTrusted(records) }),
      }),
    },
    actions: new Map(
      Object.entries(actions).map(([name, { run, when, ...told }]) => [
        name,
        {
          ...told,
          ...(when === undefined ? {} : { when: when as { readonly [name: string]: Json } }),
          async run({ records, viewer, trusted }) {
            await run({
              records: records as never,
              me: viewer,
              edit: (which, values) => trusted.edit(model, which as never, values as never) as Promise<never>,
              remove: (which) => trusted.remove(model, which as never),
              project: typedTrusted(trusted),
            })
          },
        },
      ]),
    ),
  }
}

/** What is wrong with the actions of a project: each as one sentence for the developer. */
export function mistakesOfActions(
  faces: readonly ModelServer[],
  { models, roleNames }: { readonly models: Models; readonly roleNames: readonly string[] },
): string[] {
  return faces.flatMap(({ model: name, actions = {} }) =>
    Object.entries(actions).flatMap(([action, { when, allowed = [] }]) => {
      const where = `the action "${action}" of the model "${name}"`
      const model = models.get(name)
      const read = model && when ? parseFilter(when as never, unlimitedPaths(model, models)) : undefined
      return [
        ...(/^[A-Za-z0-9-]+$/.test(action) ? [] : [`${where} may have letters, digits and dashes in its name only`]),
        ...(read && !read.ok
          ? read.problems.map(({ pointer, code }) => `${where}: its filter is wrong at ${pointer} (${code})`)
          : []),
        ...allowed
          .filter((role) => !roleNames.includes(role))
          .map(
            (role) => `${where} is for the role "${role}", which is not declared; known are ${roleNames.join(', ')}`,
          ),
      ]
    }),
  )
}
