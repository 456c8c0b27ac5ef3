/** How a project changes the look of a model: cells of lists by field. */
import type { Titles } from '@haykal/contract'
import type { FieldsOf, ModelDefinition, ModelField, RecordOf, ValueOf } from '@haykal/model'
import type { ComponentType } from 'react'
import type { AboutModel, ModelOf } from '../model-named.ts'

/** What a cell of one's own is given. */
export interface CellProps<M extends ModelDefinition = ModelDefinition, Value = unknown> {
  readonly value: Value
  /** The fields of the record that the list has read. */
  readonly record: Partial<RecordOf<M>>
  readonly field: ModelField
  readonly titles: Titles
}

/** What a project shows in its own way. */
export interface ModelView<M extends ModelDefinition = ModelDefinition> {
  readonly model: string
  /** In the place of the kind's own cell, by field. */
  readonly cells: {
    readonly [Name in keyof FieldsOf<M>]?: ComponentType<CellProps<M, ValueOf<FieldsOf<M>[Name]> | null>>
  }
}

/** Declares the view of a model, checked against its fields. Give the model by name to keep its definition out of the browser. */
export function defineModelView<About extends AboutModel>(
  model: About,
  view: Omit<ModelView<ModelOf<About>>, 'model'>,
): ModelView<ModelOf<About>> {
  return { model: model.name, ...view }
}
