/** Marks a search in the cells of a list. */
import type { Marking } from '@haykal/fields/views'
import { foldedWords } from '@haykal/model/fold-text'
import { foundParts } from '@haykal/model/found-parts'
import styles from './marking.module.css'

/** What parts the digits of numbers to call for the eye. */
const spacing = /[\s()./\u2010-\u2015\u2212-]/

/** Marks the words of what was typed. */
export function markingOf(typed: string): Marking {
  const words = foldedWords(typed)
  return (text, isGrouped) =>
    foundParts(text, words, isGrouped ? spacing : undefined).map((part, index) =>
      part.isFound ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have nothing else to be told by
        <mark key={index} className={styles.found}>
          {part.text}
        </mark>
      ) : (
        part.text
      ),
    )
}
