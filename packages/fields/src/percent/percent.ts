/** Percentages, stored as people say them: 12.5 means 12.5 %. */
import { type FieldKind, fieldOf } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import {
  checkDecimalOptions,
  checkLimits,
  type DecimalOptions,
  decimalSchema,
  parseDecimal,
} from '../decimal/decimal.ts'
import { plainDigits, plainNumber } from '../typed-text.ts'

/** The options of a percentage: those of a decimal, of which `min` and `max` are in per cent too. */
export type PercentOptions = DecimalOptions

/** How `Intl` writes percentages; unlike its style `percent`, this does not multiply. */
export const perCent = { style: 'unit', unit: 'percent' } as const

const sign = '[%\\u066a\\ufe6a\\uff05]'
const signs = new RegExp(`^${sign}\\s*|\\s*${sign}$`, 'gu')

/** How percentages behave: strings of digits, `"12.5"` for 12.5 %, compared by value. */
export const percentKind: FieldKind<string, PercentOptions> = {
  kind: 'percent',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: ({ scale }) => ({ kind: 'decimal', ...(scale === undefined ? {} : { scale }) }),
  parse: parseDecimal,
  check: checkLimits,
  toText: (value) => value,
  fromText: (text, options) => parseDecimal(plainNumber(plainDigits(text).replace(signs, '')), options),
  jsonSchema: (options) => ({ ...decimalSchema(options), description: 'In per cent: 12.5 means 12.5 %.' }),
  checkOptions(options) {
    const wrong = checkDecimalOptions(options)
    return wrong.length > 0 ? wrong : checkDefault(percentKind, options)
  },
}

/** Describes a percentage. */
export const percent = fieldOf(percentKind)
