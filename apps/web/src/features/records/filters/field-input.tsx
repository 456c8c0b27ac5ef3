/** The input of a field as on a record's page: on its own, since it brings the inputs of all kinds with it. */
import { type InputProps, inputOf } from '@haykal/fields/inputs'

/** The input that fills in a field. */
export function FieldInput(properties: InputProps) {
  const { Input } = inputOf(properties.field)
  return <Input {...properties} />
}
