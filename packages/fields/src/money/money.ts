/** Amounts of money in one currency, exact to the last digit. */
import { type Field, type FieldKind, type Json, refuse } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import {
  checkDecimalOptions,
  checkLimits,
  type DecimalOptions,
  decimalSchema,
  parseDecimal,
} from '../decimal/decimal.ts'
import { plainDigits, plainNumber } from '../typed-text.ts'
import { currencyDigits } from './currencies.ts'

/** The options of an amount of money. */
export interface MoneyOptions extends DecimalOptions {
  /** The currency of all amounts of the field: its code by ISO 4217, such as `EUR`. */
  readonly currency: string
  /** Digits after the point; absent: as many as the currency has. */
  readonly scale?: number
}

/** How amounts of money behave: strings of digits, `"12.50"`, never binary fractions. */
export const moneyKind: FieldKind<string, MoneyOptions> = {
  kind: 'money',
  filters: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'nin'],
  searchedBy: 'equals',
  column: (options) => ({ kind: 'decimal', scale: scaleOf(options) }),
  parse: parseMoney,
  check: checkLimits,
  toText: (value) => value,
  fromText(text, options) {
    const plain = withoutCurrency(plainDigits(text), options)
    return plain === undefined ? refuse('bad_number') : parseMoney(plainNumber(withoutGroups(plain, options)), options)
  },
  jsonSchema: (options) => ({
    ...decimalSchema({ scale: scaleOf(options) }),
    description: `An amount in ${options.currency}.`,
  }),
  checkOptions(options) {
    const { currency } = options
    if (currencyDigits(currency) === undefined) {
      const given = currency === undefined ? 'missing' : JSON.stringify(currency)
      return [
        `currency is ${given}: give the code of a currency in use, three capital letters such as "EUR" (ISO 4217)`,
      ]
    }
    const wrong = checkDecimalOptions(options)
    return wrong.length > 0 ? wrong : checkDefault(moneyKind, options)
  },
}

/** Describes an amount of money: `money({ currency: 'EUR' })`. */
export const money = <const Given extends MoneyOptions>(options: Given): Field<string, Given> =>
  ({ ...options, kind: 'money' }) as Field<string, Given>

/** The digits after the point of every amount of a field. */
export function scaleOf({ scale, currency }: MoneyOptions): number {
  return scale ?? currencyDigits(currency) ?? 2
}

function parseMoney(input: Json, options: MoneyOptions) {
  return parseDecimal(input, { scale: scaleOf(options) })
}

/** The text without the currency of the field, wherever it stands: `€ 5`, `-€5`, `5 EUR`; undefined where it stands twice. */
function withoutCurrency(text: string, { currency }: MoneyOptions): string | undefined {
  const word = namesOf(currency).find((each) => text.toUpperCase().includes(each))
  if (word === undefined) return text
  const [before = '', after = '', ...more] = text.toUpperCase().split(word)
  return more.length > 0 ? undefined : `${before.trim()}${after.trim()}`
}

/** The code of a currency and its signs in English and Arabic, as they stand in what is copied from a list. */
function namesOf(currency: string): readonly string[] {
  if (currencyDigits(currency) === undefined) return []
  const signs = ['en', 'ar'].flatMap((language) =>
    (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => {
      const parts = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay }).formatToParts(0)
      return plainDigits(parts.find(({ type }) => type === 'currency')?.value ?? currency).toUpperCase()
    }),
  )
  return [...new Set([currency, ...signs])].sort((one, other) => other.length - one.length)
}

/** Where an amount has no fraction, a comma can only part thousands. */
function withoutGroups(text: string, options: MoneyOptions): string {
  return scaleOf(options) === 0 && /^[^\d]?\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text
}
