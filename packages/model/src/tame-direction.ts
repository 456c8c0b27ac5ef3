/** Takes from a text the marks by which it could deceive: letters shown in another order than they are stored in. */

const marks = /[\u202a-\u202e\u2066-\u2069]/
const eachMark = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * The text as it may be shown: without overrides of direction (U+202D, U+202E), which show `fdp.exe` as `exe.pdf`, and without
 * marks that close what the text has not opened, as they would close what stands around it. Other marks stay, as Arabic and
 * Hebrew need them; what they leave open is closed at the end. For showing only: what is edited or copied stays as it is.
 */
export function tameDirection(text: string): string {
  if (!marks.test(text)) return text
  const open: string[] = []
  const tamed = text.replace(eachMark, (mark) => {
    if (mark === '\u202d' || mark === '\u202e') return ''
    const close = closing(mark)
    if (close !== undefined) {
      open.push(close)
      return mark
    }
    if (open.at(-1) !== mark) return ''
    open.pop()
    return mark
  })
  return tamed + open.reverse().join('')
}

/** What closes a mark; undefined for one that closes itself. */
function closing(mark: string): string | undefined {
  if (mark === '\u202a' || mark === '\u202b') return '\u202c'
  return mark === '\u202c' || mark === '\u2069' ? undefined : '\u2069'
}
