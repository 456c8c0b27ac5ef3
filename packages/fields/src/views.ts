/** The views of every field kind: what lists load. A kind without one does not compile. */

import type { ModelField } from '@haykal/model'
import { booleanView } from './boolean/boolean.view.tsx'
import { bytesView } from './bytes/bytes.view.tsx'
import { choiceView } from './choice/choice.view.tsx'
import { colourView } from './colour/colour.view.tsx'
import { dateView } from './date/date.view.tsx'
import { datetimeView } from './datetime/datetime.view.tsx'
import { decimalView } from './decimal/decimal.view.tsx'
import { emailView } from './email/email.view.tsx'
import type { FieldKindName } from './field-kinds.ts'
import type { FieldView } from './field-view.ts'
import { integerView } from './integer/integer.view.tsx'
import { jsonView } from './json/json.view.tsx'
import { longTextView } from './long-text/long-text.view.tsx'
import { markdownView } from './markdown/markdown.view.tsx'
import { moneyView } from './money/money.view.tsx'
import { numberView } from './number/number.view.tsx'
import { percentView } from './percent/percent.view.tsx'
import { phoneView } from './phone/phone.view.tsx'
import { relationView } from './relation/relation.view.tsx'
import { slugView } from './slug/slug.view.tsx'
import { tagsView } from './tags/tags.view.tsx'
import { textView } from './text/text.view.tsx'
import { timeView } from './time/time.view.tsx'
import { urlView } from './url/url.view.tsx'
import { uuidView } from './uuid/uuid.view.tsx'

export type { CellProps, FieldView, RecordTitles } from './field-view.ts'
export { type Marking, Searched } from './marked-text.tsx'

/** The view of each kind by the kind's name. */
const fieldViews: { readonly [Name in FieldKindName]: FieldView } = {
  text: textView,
  longText: longTextView,
  integer: integerView,
  number: numberView,
  decimal: decimalView,
  boolean: booleanView,
  date: dateView,
  datetime: datetimeView,
  choice: choiceView,
  relation: relationView,
  json: jsonView,
  bytes: bytesView,
  money: moneyView,
  percent: percentView,
  email: emailView,
  url: urlView,
  phone: phoneView,
  time: timeView,
  uuid: uuidView,
  slug: slugView,
  colour: colourView,
  tags: tagsView,
  markdown: markdownView,
}

/** How a field looks. */
export function viewOf(field: ModelField): FieldView {
  // Models are resolved with these very kinds, so the name is one of them.
  return fieldViews[field.kind.kind as FieldKindName]
}
