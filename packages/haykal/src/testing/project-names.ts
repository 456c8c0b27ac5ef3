/** What the models, roles and attributes of a project are called, so that tests of it are checked and completed by the compiler. */
import type { EditOf, ModelDefinition, NewRecordOf, ReadyRole, RecordOf, ValueOf } from '@haykal/model'
import type { Project } from '../define-project.ts'

/** The models by name: looked up, where searching for each among two hundred would keep an editor waiting. */
type ModelsOf<P extends Project> = { readonly [M in P['models'][number] as M['name']]: M }

/** The name of a model of a project. */
export type ModelNameIn<P extends Project> = keyof ModelsOf<P> & string

/** The model of a name. */
export type ModelIn<P extends Project, Name extends ModelNameIn<P>> = ModelsOf<P>[Name] extends infer M extends
  ModelDefinition
  ? M
  : never

/** A role that somebody may have in a project; `public`: whoever is not signed in. */
export type RoleIn<P extends Project> = ReadyRole | 'public' | (keyof P['roles'] & string)

/** What a project asks of its people, by name. */
export type AttributesIn<P extends Project> = P extends { readonly people: { readonly fields: infer Fields } }
  ? { readonly [Name in keyof Fields]?: ValueOf<Fields[Name]> }
  : { readonly [name: string]: never }

/** A record as it is put in: keys and what only the system sets may be given, too. */
export type StoredRecord<P extends Project, Name extends ModelNameIn<P>> = NewRecordOf<ModelIn<P, Name>> &
  EditOf<ModelIn<P, Name>> &
  Partial<RecordOf<ModelIn<P, Name>>>

/** A record as somebody sees it: without the fields that do not exist for them. */
export type SeenRecord<P extends Project, Name extends ModelNameIn<P>> = Partial<RecordOf<ModelIn<P, Name>>>

/** Which record is meant: its id, or a record with its key. */
export type WhichRecord<P extends Project, Name extends ModelNameIn<P>> = string | number | SeenRecord<P, Name>
