/** One of a few known values. */
import { accept, type Field, type FieldKind, type Json, type Parsed, refuse, wrongType } from '@haykal/model'
import { checkDefault } from '../check-options.ts'
import { integerKind } from '../integer/integer.ts'
import { textKind } from '../text/text.ts'
import { plainDigits } from '../typed-text.ts'
import { checkChoices } from './check-choices.ts'
import { type ChoiceOptions, choiceNamed, choicesOf, isNumeric } from './choice-options.ts'

/** How a choice behaves: the stored value travels, the label is only shown. */
export const choiceKind: FieldKind<string | number, ChoiceOptions> = {
  kind: 'choice',
  filters: ['eq', 'ne', 'in', 'nin'],
  searchedBy: 'equals',
  column: (options) => baseOf(options).column({}),
  parse: parseChoice,
  check: (value, options) => (options.isOpen === true ? baseOf(options).check?.(value, {}) : undefined),
  toText: (value) => String(value),
  labelOf: (value, options) => choicesOf(options).find((each) => each.value === value)?.label,
  fromText,
  jsonSchema(options) {
    const schema = baseOf(options).jsonSchema({})
    if (options.isOpen === true) return schema
    return {
      type: isNumeric(options) ? 'integer' : 'string',
      enum: choicesOf(options).map((each) => each.value),
    }
  },
  checkOptions(options) {
    const wrong = checkChoices(options)
    return wrong.length > 0 ? wrong : checkDefault(choiceKind, options)
  },
}

type ValueOfOption<Option> = Option extends { readonly value: infer Value } ? Value : Option
type Widened<Value> = Value extends string ? string : Value extends number ? number : never
type ValueOfChoice<Given extends ChoiceOptions> = Given extends { readonly isOpen: true }
  ? Widened<ValueOfOption<Given['options'][number]>>
  : ValueOfOption<Given['options'][number]> & (string | number)

/** Describes a choice; its values are exactly the options, unless it is open. */
export const choice = <const Given extends ChoiceOptions>(options: Given): Field<ValueOfChoice<Given>, Given> =>
  ({ ...options, kind: 'choice' }) as Field<ValueOfChoice<Given>, Given>

/** The kind that knows how the values are stored, and which values an open choice takes. */
function baseOf(options: ChoiceOptions): FieldKind<string | number> {
  return (isNumeric(options) ? integerKind : textKind) as FieldKind<string | number>
}

function parseChoice(input: Json, options: ChoiceOptions): Parsed<string | number> {
  if (options.isOpen === true) return baseOf(options).parse(input, {})
  const numeric = isNumeric(options)
  if (typeof input !== (numeric ? 'number' : 'string')) return wrongType(numeric ? 'integer' : 'text')
  const chosen = choicesOf(options).find((each) => each.value === input)
  return chosen ? accept(chosen.value) : refuse('not_an_option')
}

/** Words stand for a value only where nothing but the options can be meant: an open choice may hold these very words. */
function fromText(text: string, options: ChoiceOptions): Parsed<string | number> {
  if (options.isOpen === true) return baseOf(options).fromText(text, {})
  const digits = plainDigits(text)
  const exact = parseChoice(isNumeric(options) && /^-?\d+$/.test(digits) ? Number(digits) : text, options)
  if (exact.ok) return exact
  const named = choiceNamed(text, options)
  return named ? accept(named.value) : refuse('not_an_option')
}
