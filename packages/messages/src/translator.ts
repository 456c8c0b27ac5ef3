/** Turns a key and its parameters into a text of one language. */
import type { Catalogue, MessageKey, ParameterOf, ParametersOf, PluralText } from './catalogue.ts'
import { once } from './once.ts'

/** A stable code and what its text mentions, as the server and `packages/model` give it. */
export interface CodedText {
  readonly code: string
  readonly params?: { readonly [name: string]: unknown }
}

/** Gives the text of a key: `t('list.count', { count: 3 })`. */
export interface Translator {
  <Key extends MessageKey>(
    key: Key,
    ...parameters: [ParameterOf<Key>] extends [never] ? [] : [ParametersOf<Key>]
  ): string
  /** The text of what is wrong with an input, by its code; a general one for a code that is not known. */
  problem(problem: CodedText): string
  /** The text of what went wrong, by its code; a general one for a code that is not known. */
  error(error: CodedText): string
  /** The text of a doubt that adopting a database left, by its code; a general one for a code that is not known. */
  doubt(doubt: CodedText): string
}

type Parameters = { readonly [name: string]: unknown }

/** A translator of one language. `locale` decides plurals and digits. */
export function createTranslator(catalogue: Catalogue, locale: string): Translator {
  // The first picture needs none of them, and each takes the browser milliseconds to make.
  const plurals = once(() => new Intl.PluralRules(locale))
  const numbers = once(() => new Intl.NumberFormat(locale))
  const isolates = isolatorFor(catalogue)

  const write = (value: unknown): string => {
    if (typeof value === 'number' || typeof value === 'bigint') return numbers().format(value)
    return isolates(String(labelled(value, locale) ?? '').replace(directionMarks, ''))
  }
  const fill = (text: string, parameters: Parameters): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => write(parameters[name]))
  const textOf = (message: string | PluralText, parameters: Parameters): string => {
    if (typeof message === 'string') return fill(message, parameters)
    const form = plurals().select(Number(parameters.count ?? 0))
    return fill(message[form] ?? message.other, parameters)
  }

  const groups = catalogue as { readonly [group: string]: { readonly [name: string]: string | PluralText } }
  const coded = (group: 'problem' | 'error' | 'doubt') => (text: CodedText) => {
    const messages = groups[group]
    const message = messages && Object.hasOwn(messages, text.code) ? messages[text.code] : messages?.other
    return textOf(message ?? text.code, text.params ?? {})
  }
  const translate = (key: string, parameters: Parameters = {}) => {
    const dot = key.indexOf('.')
    return textOf(groups[key.slice(0, dot)]?.[key.slice(dot + 1)] ?? key, parameters)
  }
  return Object.assign(translate, {
    problem: coded('problem'),
    error: coded('error'),
    doubt: coded('doubt'),
  })
}

/** A label that was written in several languages, in the one of a locale; anything else as it is. */
function labelled(value: unknown, locale: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  const texts = value as { readonly [language: string]: unknown }
  return texts[locale.split('-')[0] ?? ''] ?? texts.en ?? Object.values(texts)[0]
}

/** The blocks that Unicode gives to letters from right to left, as ranges: to put sets of scripts together takes a browser 10 ms. */
const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const latinLetters = /[a-z\u00aa\u00ba\u00c0-\u02b8\u1e00-\u1eff]/i
const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/** Marks of direction in a name could turn or close the sentence around it; a sentence has its own. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g

/** Wraps a text that runs against the language's direction, which its own texts show, so that it does not scramble the sentence around it. */
function isolatorFor(catalogue: Catalogue): (text: string) => string {
  const isForeign = rtlLetters.test(catalogue.app.close)
    ? (text: string) => latinLetters.test(text)
    : (text: string) => rtlLetters.test(text)
  return (text) => (isForeign(text) ? `${firstStrongIsolate}${text}${popIsolate}` : text)
}
