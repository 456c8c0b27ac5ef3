/** Every field kind by name: the list that models are resolved against. */

import type { FieldKinds } from '@haykal/model'
import { booleanKind } from './boolean/boolean.ts'
import { bytesKind } from './bytes/bytes.ts'
import { choiceKind } from './choice/choice.ts'
import { colourKind } from './colour/colour.ts'
import { dateKind } from './date/date.ts'
import { datetimeKind } from './datetime/datetime.ts'
import { decimalKind } from './decimal/decimal.ts'
import { emailKind } from './email/email.ts'
import { integerKind } from './integer/integer.ts'
import { jsonKind } from './json/json.ts'
import { longTextKind } from './long-text/long-text.ts'
import { markdownKind } from './markdown/markdown.ts'
import { moneyKind } from './money/money.ts'
import { numberKind } from './number/number.ts'
import { percentKind } from './percent/percent.ts'
import { phoneKind } from './phone/phone.ts'
import { relationKind } from './relation/relation.ts'
import { slugKind } from './slug/slug.ts'
import { tagsKind } from './tags/tags.ts'
import { textKind } from './text/text.ts'
import { timeKind } from './time/time.ts'
import { urlKind } from './url/url.ts'
import { uuidKind } from './uuid/uuid.ts'

/** Every field kind by the name that field definitions give. */
export const fieldKinds = {
  text: textKind,
  longText: longTextKind,
  integer: integerKind,
  number: numberKind,
  decimal: decimalKind,
  boolean: booleanKind,
  date: dateKind,
  datetime: datetimeKind,
  choice: choiceKind,
  relation: relationKind,
  json: jsonKind,
  bytes: bytesKind,
  money: moneyKind,
  percent: percentKind,
  email: emailKind,
  url: urlKind,
  phone: phoneKind,
  time: timeKind,
  uuid: uuidKind,
  slug: slugKind,
  colour: colourKind,
  tags: tagsKind,
  markdown: markdownKind,
} satisfies FieldKinds

/** The name of a field kind. */
export type FieldKindName = keyof typeof fieldKinds
