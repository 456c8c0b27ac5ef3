/** Where words that were searched for stand in a text as people see it. */
import { foldText } from './fold-text.ts'

/** A stretch of a text; `isFound`: it is what was looked for. */
export interface TextPart {
  readonly text: string
  readonly isFound: boolean
}

/** Where the words stand in a folded text: from which character on, and up to which. */
export type Places = (folded: string) => readonly (readonly [from: number, to: number])[]

/**
 * A text in parts, so that what stands in some places of what it is folded to can be set apart, with the marks of its letters. `spacing`: characters
 * that are there for the eye alone, and that nobody looks for.
 */
export function partsAt(text: string, placesIn: Places, spacing?: RegExp): readonly TextPart[] {
  const characters = [...text]
  const isSpacing = characters.map((character) => spacing?.test(character) === true)
  const folded = characters.map((character, index) => (isSpacing[index] ? '' : foldText(character)))
  // Which character of the text each character of the folded one comes from.
  const origins = folded.flatMap((piece, index) => Array.from({ length: piece.length }, () => index))
  const isFound = characters.map(() => false)
  for (const [from, to] of placesIn(folded.join(''))) {
    const [first, last] = [origins[from] ?? 0, origins[to - 1] ?? 0]
    isFound.fill(true, first, last + 1)
  }
  const parts: { text: string; isFound: boolean }[] = []
  // Between two characters that were found, it belongs to what was found.
  for (const [index, isBetween] of isSpacing.entries())
    if (isBetween) isFound[index] = isFound[index - 1] === true && isFound[isSpacing.indexOf(false, index)] === true
  for (const [index, character] of characters.entries()) {
    const last = parts.at(-1)
    // Marks belong to the letter before them.
    const isMark = folded[index] === '' && isSpacing[index] === false
    const marked = last && isMark ? last.isFound : (isFound[index] ?? false)
    if (last?.isFound === marked) last.text += character
    else parts.push({ text: character, isFound: marked })
  }
  return parts
}

/** A text in parts: each place where one of some folded words stands; of words of one or two letters, those where a word begins so. `spacing`: as in `partsAt`. */
export function foundParts(text: string, words: readonly string[], spacing?: RegExp): readonly TextPart[] {
  const sought = spacing ? words.map((word) => [...word].filter((letter) => !spacing.test(letter)).join('')) : words
  return partsAt(text, (folded) => sought.flatMap((word) => placesOf(word, folded)), spacing)
}

function placesOf(word: string, folded: string): [number, number][] {
  const places: [number, number][] = []
  for (let at = folded.indexOf(word); at >= 0 && word !== ''; at = folded.indexOf(word, at + word.length))
    if (word.length > 2 || /[^\p{L}\p{N}]$|^$|^ال$|[^\p{L}\p{N}]ال$/u.test(folded.slice(0, at)) || isUnspaced(word))
      places.push([at, at + word.length])
  return places
}

/** Letters of scripts that put no spaces between words, where one or two of them are a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether some letter of a text is of a script that puts no spaces between words. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text)
}
