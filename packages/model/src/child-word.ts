/** The words of a filter that ask for the records that point back. */

/** Whether a word asks for the records that point back: for some of them, or for none. */
export function isChildWord(word: string): word is 'some' | 'none' {
  return word === 'some' || word === 'none'
}
