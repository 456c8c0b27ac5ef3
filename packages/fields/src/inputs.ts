/** The inputs of every field kind: what a record's page loads. A kind without one does not compile. */

import type { ModelField } from '@haykal/model'
import { booleanInput } from './boolean/boolean-input.tsx'
import { bytesInput } from './bytes/bytes-input.tsx'
import { choiceInput } from './choice/choice-input.tsx'
import { colourInput } from './colour/colour-input.tsx'
import { dateInput } from './date/date-input.tsx'
import { datetimeInput } from './datetime/datetime-input.tsx'
import { decimalInput } from './decimal/decimal-input.tsx'
import { emailInput } from './email/email-input.tsx'
import type { FieldInput } from './field-input.ts'
import type { FieldKindName } from './field-kinds.ts'
import { integerInput } from './integer/integer-input.tsx'
import { jsonInput } from './json/json-input.tsx'
import { longTextInput } from './long-text/long-text-input.tsx'
import { markdownInput } from './markdown/markdown-input.tsx'
import { moneyInput } from './money/money-input.tsx'
import { numberInput } from './number/number-input.tsx'
import { percentInput } from './percent/percent-input.tsx'
import { phoneInput } from './phone/phone-input.tsx'
import { relationInput } from './relation/relation-input.tsx'
import { slugInput } from './slug/slug-input.tsx'
import { tagsInput } from './tags/tags-input.tsx'
import { textInput } from './text/text-input.tsx'
import { timeInput } from './time/time-input.tsx'
import { urlInput } from './url/url-input.tsx'
import { uuidInput } from './uuid/uuid-input.tsx'

export { type BytesSource, BytesSourceProvider } from './bytes/bytes-source.tsx'
export { fromLocalMoment } from './datetime/local-moment.ts'
export type { FieldInput, InputProps } from './field-input.ts'
export { type FoundRecord, type RelationSource, RelationSourceProvider } from './relation/relation-source.tsx'

/** The input of each kind by the kind's name. */
const fieldInputs: { readonly [Name in FieldKindName]: FieldInput } = {
  text: textInput,
  longText: longTextInput,
  integer: integerInput,
  number: numberInput,
  decimal: decimalInput,
  boolean: booleanInput,
  date: dateInput,
  datetime: datetimeInput,
  choice: choiceInput,
  relation: relationInput,
  json: jsonInput,
  bytes: bytesInput,
  money: moneyInput,
  percent: percentInput,
  email: emailInput,
  url: urlInput,
  phone: phoneInput,
  time: timeInput,
  uuid: uuidInput,
  slug: slugInput,
  colour: colourInput,
  tags: tagsInput,
  markdown: markdownInput,
}

/** How a field is read and filled in on a record's page. */
export function inputOf(field: ModelField): FieldInput {
  // Models are resolved with these very kinds, so the name is one of them.
  return fieldInputs[field.kind.kind as FieldKindName]
}
