/** The conformance suite that every field kind passes: `describeFieldKind(rating, examples)` tests what all consumers rely on. */
import { type FieldKind, type FieldOptions, filterOperators, type Json, type Parsed } from '@haykal/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldKindExamples } from './field-kind-examples.ts'
import { matchesSchema } from './matches-schema.ts'

/** Declares the tests of a field kind from its examples. */
export function describeFieldKind<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  examples: FieldKindExamples<Options>,
): void {
  describe(`field kind ${kind.kind}`, () => {
    describeValues(kind, examples)
    describeTexts(kind, examples)
    if (examples.isOfDigits) describeDigits(kind, examples)
    describePromises(kind, examples)
    describeOptions(kind, examples)
  })
}

const shown = (value: Json) => {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The fault of a value, from parsing it or from its limits. */
function faultOf<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  parsed: Parsed<Value>,
  options: Options,
) {
  return parsed.ok ? kind.check?.(parsed.value, options) : parsed.fault
}

function describeValues<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  examples: FieldKindExamples<Options>,
) {
  describe.each(examples.accepted.map((each) => ({ ...each, name: shown(each.input) })))('takes $name', (example) => {
    const { input, value = input, options = examples.options } = example
    const parsed = kind.parse(input, options)

    test('in its proper form, within its limits', () => {
      expect(parsed).toEqual({ ok: true, value })
      expect(faultOf(kind, parsed, options)).toBeUndefined()
    })

    test('and keeps it when parsed again', () => {
      if (parsed.ok) expect(kind.parse(parsed.value, options)).toEqual(parsed)
    })

    test('and finds it again in its text', () => {
      if (parsed.ok) expect(kind.fromText(kind.toText(parsed.value, options), options)).toEqual(parsed)
    })

    test('and finds it again in JSON', () => {
      if (parsed.ok) expect(kind.parse(JSON.parse(JSON.stringify(parsed.value)), options)).toEqual(parsed)
    })

    test('and describes it truly in the API document', () => {
      if (parsed.ok) expect(matchesSchema(kind.jsonSchema(options), parsed.value)).toBe(true)
    })
  })

  test.each(examples.refused.map((each) => ({ ...each, name: shown(each.input) })))(
    'refuses $name: $code',
    (example) => {
      const { input, code, options = examples.options } = example
      expect(faultOf(kind, kind.parse(input, options), options)?.code).toBe(code)
    },
  )
}

function describeTexts<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  examples: FieldKindExamples<Options>,
) {
  test.each(examples.typed)('reads $text as $value', ({ text, value, options = examples.options }) => {
    expect(kind.fromText(text, options)).toEqual({ ok: true, value })
  })

  test.each(examples.mistyped)('does not read $text: $code', ({ text, code, options = examples.options }) => {
    expect(kind.fromText(text, options)).toMatchObject({ ok: false, fault: { code } })
  })
}

const scripts = { Arabic: 0x0660, Persian: 0x06f0, Devanagari: 0x0966, wide: 0xff10 }

/** The text in other digits, as it is pasted from a page that is written from right to left. */
function inScript(text: string, zero: number): string {
  const digits = text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
  return `\u200f\u202b${digits.replace('-', '\u061c-')}\u202c\u200b `
}

function describeDigits<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  examples: FieldKindExamples<Options>,
) {
  const values = examples.accepted.map(({ input, value = input, options = examples.options }) => ({ value, options }))
  test.each(Object.entries(scripts))('reads values in %s digits, among marks that nobody sees', (_script, zero) => {
    for (const { value, options } of values) {
      const parsed = kind.parse(value, options)
      if (parsed.ok) expect(kind.fromText(inScript(kind.toText(parsed.value, options), zero), options)).toEqual(parsed)
    }
  })
}

function describePromises<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  { options }: FieldKindExamples<Options>,
) {
  test('answers any JSON without throwing, and what it takes has one form only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const parsed = kind.parse(input as Json, options)
        if (parsed.ok) expect(kind.parse(parsed.value, options)).toEqual(parsed)
        else expect(parsed.fault.code).toMatch(/^[a-z0-9_]+$/)
      }),
    )
  })

  test('answers any text without throwing, and what it reads it can write and read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (typed) => {
        const read = kind.fromText(typed, options)
        if (read.ok) expect(kind.fromText(kind.toText(read.value, options), options)).toEqual(read)
      }),
    )
  })

  test('asks only questions that filters know, each once', () => {
    expect(filterOperators).toEqual(expect.arrayContaining([...kind.filters]))
    expect(new Set(kind.filters).size).toBe(kind.filters.length)
    expect(kind.filters).not.toContain('isNull')
  })

  test('is found by the search box only where filters can ask the same', () => {
    const question = { contains: 'contains', equals: 'eq' } as const
    if (kind.searchedBy) expect(kind.filters).toContain(question[kind.searchedBy])
  })
}

function describeOptions<Value extends Json, Options extends FieldOptions>(
  kind: FieldKind<Value, Options>,
  examples: FieldKindExamples<Options>,
) {
  test('finds nothing wrong with good options', () => {
    expect(kind.checkOptions?.(examples.options) ?? []).toEqual([])
  })

  test.each(examples.badOptions.map((options) => ({ options, name: shown(options as Json) })))(
    'says in a sentence what is wrong with the options $name',
    ({ options }) => {
      const mistakes = kind.checkOptions?.(options) ?? []
      expect(mistakes.length).toBeGreaterThan(0)
      for (const mistake of mistakes) expect(mistake).toMatch(/^\S.{10,}[^.]$/)
    },
  )
}
