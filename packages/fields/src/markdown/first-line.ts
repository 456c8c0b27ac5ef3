/** The first line of a formatted text without its marks: what a list shows of it. */

/** Nobody reads on in a list; and what is not looked at costs nothing. */
const longest = 300
const farthest = 4000

const nothing = /^[\s>]*(?:(?:`{3,}|~{3,}).*|(?:[-*_=]\s*){3,}|\[[^\]]*\]:.*)?$/
const beginning = /^(?:\s*(?:>|#{1,6}(?=\s)|[-+*](?=\s)|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s)))*\s*/

/** The line; empty where there is none to read. */
export function firstLine(text: string): string {
  const lines = text.slice(0, farthest).split(/\r?\n/)
  const line = lines.find((each) => !nothing.test(each.slice(0, longest))) ?? ''
  return line
    .slice(0, longest)
    .replace(beginning, '')
    .replace(/\s#+\s*$/, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/g, '$1')
    .replace(/(?<!\\)(?:\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim()
}
