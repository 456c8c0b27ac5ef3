/** What people call something, while its owner writes it in one language or in several. */
import { isSameJson, type Label } from '@haykal/model'

/** The text for an input in a language; empty where nothing was said for it. One text for all stands in the first language. */
export function saidIn(label: Label | undefined, language: string, languages: readonly string[]): string {
  if (typeof label === 'string') return language === languages[0] ? label : ''
  return (label && Object.hasOwn(label, language) ? label[language] : undefined) ?? ''
}

/** A text in one of the languages that are offered. */
export interface SaidText {
  readonly language: string
  readonly text: string
  readonly languages: readonly string[]
}

/** A label in which one language says something else; undefined where none says anything any more. */
export function labelWith(label: Label | undefined, { language, text, languages }: SaidText): Label | undefined {
  const texts = languages.map((each) => [each, each === language ? text : saidIn(label, each, languages)] as const)
  const said = texts.filter(([, each]) => each !== '')
  const [only] = said
  if (!only) return undefined
  return said.length === 1 && only[0] === languages[0] ? only[1] : Object.fromEntries(said)
}

/** A label as it is kept: what it does not say is as guessed, spaces around it are gone; undefined where it says nothing else than the guess. */
export function tidyLabel(label: Label | undefined, guess: Label): Label | undefined {
  if (label === undefined) return undefined
  if (typeof label === 'string') {
    const text = label.trim()
    if (text === '' || text === guess) return undefined
    return typeof guess === 'string' ? text : tidyTexts({ en: text }, guess)
  }
  return tidyTexts(label, guess)
}

function tidyTexts(label: Exclude<Label, string>, guess: Label): Label | undefined {
  const said = Object.entries(label)
    .map(([language, text]) => [language, text.trim()] as const)
    .filter(([, text]) => text !== '')
  if (said.length === 0) return undefined
  // A language without a text falls back to English: without English it would fall back to any.
  const guessed = typeof guess === 'string' ? { en: guess } : guess
  const whole = { ...guessed, ...Object.fromEntries(said) }
  const isGuess = Object.entries(whole).every(([language, text]) => text === (guessed as typeof whole)[language])
  return isGuess || isSameJson(whole, guess) ? undefined : whole
}
