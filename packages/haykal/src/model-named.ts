/** Speaks of a model by its name alone, for browser code: the definition, with fields that not everyone may know of, stays out of it. */
import type { FieldDefinitions, ModelDefinition, RecordOf } from '@haykal/model'

declare const definition: unique symbol

/** A name that remembers, for the compiler only, the model that it stands for. */
export interface ModelName<M extends ModelDefinition = ModelDefinition> {
  readonly name: string
  readonly [definition]?: M
}

/** What can stand for a model where only its name counts when the code runs. */
export type AboutModel = ModelDefinition | ModelName

/** The model that is spoken of. */
export type ModelOf<About extends AboutModel> = About extends ModelDefinition
  ? About
  : About extends ModelName<infer M>
    ? M
    : never

/** The fields of the key of a model: in every record, whatever else was asked for. */
export type KeyNameOf<M extends ModelDefinition> =
  M extends ModelDefinition<string, FieldDefinitions, infer Key> ? Key & keyof RecordOf<M> : never

/** A model by name: `modelNamed<typeof product>('products')`, with `product` imported as a type. */
export function modelNamed<M extends ModelDefinition>(name: M['name']): ModelName<M> {
  return { name }
}
