/** Whether a formatted text is read in the twinkling of an eye: marks that close nothing cost their square. */

/** More marks in one paragraph than anybody writes. */
const mostMarks = 400

/** Where a paragraph is sure to end: at an empty line, and where a bullet stands. */
const ends = /\n[ \t]*\n|\n(?= {0,3}[-+*] +\S)/

/** Whether each paragraph of a text has so few marks that reading it takes no time that one would notice. */
export function isTame(text: string): boolean {
  return text.split(ends).every((part) => (part.match(/[*_[\]>!`&<]/g)?.length ?? 0) <= mostMarks)
}
