/** Tells a text that shows nothing, such as spaces and marks without width, from one that can be read. */

// `Default_Ignorable_Code_Point` are the marks without width; U+2800 is a Braille cell without dots.
const blank = /^(?:\s|\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cc}|\u2800)*$/u

/** Whether nothing of it can be seen: what is called so needs another name on a screen. */
export function isBlank(text: string): boolean {
  return blank.test(text)
}
