/** What a field kind shows of itself, for the conformance suite and for tests that store every kind on every engine. */
import type { FieldOptions, Json, ProblemCode } from '@haykal/model'

/** Examples of one field kind. */
export interface FieldKindExamples<Options extends FieldOptions = FieldOptions> {
  /** The options that the examples assume unless they bring their own. */
  readonly options: Options
  /** Values that are taken, each with its one proper form where that differs. */
  readonly accepted: readonly {
    readonly input: Json
    readonly value?: Json
    readonly options?: Options
  }[]
  /** Values that are refused, by `parse` or by `check`. */
  readonly refused: readonly { readonly input: Json; readonly code: ProblemCode; readonly options?: Options }[]
  /** Texts as people type them, and the values that they mean. */
  readonly typed: readonly { readonly text: string; readonly value: Json; readonly options?: Options }[]
  /** Values are written with digits: those of every script are read, whatever marks steer their direction. Absent: they are words. */
  readonly isOfDigits?: true
  /** Texts that mean no value. */
  readonly mistyped: readonly { readonly text: string; readonly code: ProblemCode; readonly options?: Options }[]
  /** Options that no field may have. */
  readonly badOptions: readonly Options[]
}
