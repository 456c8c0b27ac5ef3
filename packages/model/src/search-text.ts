/** What texts are found by: the form in which they are kept to be searched, and what a word that was typed looks like inside of it. */
import { foldText } from './fold-text.ts'
import { isUnspaced } from './found-parts.ts'
import type { Json } from './json.ts'

/** Around the text: where it begins and ends. Around each short piece behind it. Nobody types either. */
const edge = '\u0003'
const mark = '\u0002'

/** What stands in front of a word: a space, a sign, or the Arabic article. */
const beforeWords = [
  ' ',
  '-',
  '/',
  '(',
  '.',
  ',',
  '_',
  '@',
  '#',
  ':',
  '"',
  "'",
  '«',
  '\u2014',
  ' ال',
  ' (ال',
  '-ال',
  ' وال',
  ' بال',
]

/** The same for a single letter, which no index finds: few, as each is looked for in every text. */
const beforeLetters = [' ', '-', '(', ' ال']

/** A text as it is looked into: folded, in one line, between its edges; then, of scripts without spaces, every letter and pair of letters by itself. */
export function searchText(value: Json): string {
  const text = Array.isArray(value) ? value.map(String).join(' , ') : String(value ?? '')
  const folded = plainText(text)
  return `${edge} ${folded}${edge}${isUnspaced(folded) ? shortPieces(folded) : ''}`
}

function shortPieces(folded: string): string {
  const letters = [...folded]
  const are = letters.map(isUnspaced)
  const singles = new Set(letters.filter((_, index) => are[index]))
  const pairs = new Set<string>()
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1]
    if (next === undefined || letter === ' ' || next === ' ') continue
    if (are[index] || are[index + 1]) pairs.add(letter + next)
  }
  return `${mark}${[...singles].join(mark)}${mark}${[...pairs].join(mark)}${mark}`
}

/** Folded and in one line; without what only we put there. */
function plainText(text: string): string {
  return foldText(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/**
 * The words of what was typed, as `searchText` has them. Of a word that folds to nothing, such as one of tashkeel alone, nothing is left.
 */
export function searchWords(text: string): readonly string[] {
  return plainText(text).split(' ').filter(Boolean)
}

/**
 * What a word looks like inside of a text that it finds: one of these. Three letters and more are found anywhere in a text; one or two
 * only where a word begins, as they are in nearly all; of scripts without spaces, anywhere.
 */
export function wordPatterns(word: string): readonly string[] {
  const letters = [...word]
  if (letters.length > 2) return [word]
  if (!letters.some(isUnspaced))
    return letters.length === 1 ? beforeLetters.map((before) => before + word) : wordStarts(word)
  return [`${mark}${word}${mark}`]
}

/** What a word looks like where it begins one of the text. */
export function wordStarts(word: string): readonly string[] {
  return beforeWords.map((before) => before + word)
}

/** What the whole of a text looks like, what its beginning does, and what words that stand in it by themselves do. */
export const textPatterns = {
  whole: (words: string): readonly string[] => [`${edge} ${words}${edge}`],
  firstWords: (words: string): readonly string[] => [`${edge} ${words} `],
  beginning: (words: string): readonly string[] => [`${edge} ${words}`],
  wholeWords: (words: string): readonly string[] => [` ${words} `, ` ${words}${edge}`],
}

/** Letters of the shortest pattern that texts can be looked up by; what is shorter is looked for from text to text. */
export const shortestLookup = 3

/** Whether texts can be looked up by what they look like. */
export function isLookupPattern(pattern: string): boolean {
  return [...pattern].length >= shortestLookup
}
