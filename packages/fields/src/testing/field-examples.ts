/** The examples of every field kind: tests of engines and of the core store them all. */

import { booleanExamples } from '../boolean/boolean-examples.ts'
import { bytesExamples } from '../bytes/bytes-examples.ts'
import { choiceExamples } from '../choice/choice-examples.ts'
import { colourExamples } from '../colour/colour-examples.ts'
import { dateExamples } from '../date/date-examples.ts'
import { datetimeExamples } from '../datetime/datetime-examples.ts'
import { decimalExamples } from '../decimal/decimal-examples.ts'
import { emailExamples } from '../email/email-examples.ts'
import type { FieldKindName } from '../field-kinds.ts'
import { integerExamples } from '../integer/integer-examples.ts'
import { jsonExamples } from '../json/json-examples.ts'
import { longTextExamples } from '../long-text/long-text-examples.ts'
import { markdownExamples } from '../markdown/markdown-examples.ts'
import { moneyExamples } from '../money/money-examples.ts'
import { numberExamples } from '../number/number-examples.ts'
import { percentExamples } from '../percent/percent-examples.ts'
import { phoneExamples } from '../phone/phone-examples.ts'
import { relationExamples } from '../relation/relation-examples.ts'
import { slugExamples } from '../slug/slug-examples.ts'
import { tagsExamples } from '../tags/tags-examples.ts'
import { textExamples } from '../text/text-examples.ts'
import { timeExamples } from '../time/time-examples.ts'
import { urlExamples } from '../url/url-examples.ts'
import { uuidExamples } from '../uuid/uuid-examples.ts'
import type { FieldKindExamples } from './field-kind-examples.ts'

export type { FieldKindExamples } from './field-kind-examples.ts'

/** Examples by the name of the kind. */
export const fieldExamples: { readonly [Name in FieldKindName]: FieldKindExamples } = {
  text: textExamples,
  longText: longTextExamples,
  integer: integerExamples,
  number: numberExamples,
  decimal: decimalExamples,
  boolean: booleanExamples,
  date: dateExamples,
  datetime: datetimeExamples,
  choice: choiceExamples,
  relation: relationExamples,
  json: jsonExamples,
  bytes: bytesExamples,
  money: moneyExamples,
  percent: percentExamples,
  email: emailExamples,
  url: urlExamples,
  phone: phoneExamples,
  time: timeExamples,
  uuid: uuidExamples,
  slug: slugExamples,
  colour: colourExamples,
  tags: tagsExamples,
  markdown: markdownExamples,
}
