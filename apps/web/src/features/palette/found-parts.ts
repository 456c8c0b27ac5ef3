/** Finds what people look for in names, as they type it. */
import { foldText } from '@haykal/model/fold-text'
import { partsAt, type TextPart } from '@haykal/model/found-parts'

/** How well a name fits; absent: it does not have every word in it. The smaller, the better. */
export type Fit = number | undefined

/** How well a name fits: beginning with all that was typed, with words that begin so, or with it somewhere. */
export function fitOf(name: string, words: readonly string[]): Fit {
  const folded = foldText(name)
  if (!words.every((word) => folded.includes(word))) return undefined
  if (folded.startsWith(words.join(' '))) return 0
  return words.every((word) => startOf(folded, word) >= 0) ? 1 : 2
}

/** A name in parts, so that what was looked for can be set apart: the beginnings of words before anything inside them. */
export function partsOf(name: string, words: readonly string[]): readonly TextPart[] {
  return partsAt(name, (text) =>
    words.flatMap((word) => {
      const start = startOf(text, word) >= 0 ? startOf(text, word) : text.indexOf(word)
      return start < 0 ? [] : [[start, start + word.length] as const]
    }),
  )
}

/** Where a word of the text begins so; -1 where none does. The Arabic article does not count as a beginning. */
function startOf(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /(^|[^\p{L}])ال$/u.test(text.slice(0, at))) return at
  }
  return -1
}
