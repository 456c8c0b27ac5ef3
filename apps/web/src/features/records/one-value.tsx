/** One value in a sentence, shown as in a cell of the list; of a relation the title is asked for. */
import { type Json, type ModelField, titlesName } from '@haykal/model'
import { RecordCell } from './record-cell.tsx'
import { useTitleOf } from './use-title-of.ts'

/** The properties of the value. */
export interface OneValueProps {
  readonly field: ModelField
  readonly value: Json
}

/** The value. */
export function OneValue({ field, value }: OneValueProps) {
  const title = useTitleOf(field, value)
  const titles =
    field.references === undefined ? {} : { [titlesName(field)]: { [String(value)]: title ?? String(value) } }
  return <RecordCell field={field} listed={{ record: { [field.name]: value }, titles }} view={undefined} />
}
