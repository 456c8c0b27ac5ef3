/** Reads what people type and files hold: digits of other scripts, their separators, and marks that cannot be seen. */

const zeros = [0x0660, 0x06f0, 0x0966, 0xff10]
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g
const invisibleMarks = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The text without the marks that cannot be seen and without space around it, each letter composed in one way. */
export function plainLine(text: string): string {
  return text.replace(invisibleMarks, '').normalize('NFC').trim()
}

/** The text with digits as 0–9, without the marks that only steer its direction, and without space around it. */
export function plainDigits(text: string): string {
  return text
    .replace(invisibleMarks, '')
    .replace(otherDigits, (digit) => {
      const code = digit.charCodeAt(0)
      const zero = zeros.find((each) => code >= each && code <= each + 9) ?? code
      return String(code - zero)
    })
    .trim()
}

/** A number as typed, in the one form that programs read; separators of thousands only where they cannot be meant as a point. */
export function plainNumber(text: string): string {
  const plain = plainDigits(text)
    .replaceAll('\u066c', '')
    .replaceAll('\u066b', '.')
    .replace(/^[\u2212\u2013]/, '-')
  return isGrouped(plain) ? plain.replaceAll(',', '') : plain
}

/** `1,234.5` and `1,234,567`, but not `1,234`, which is a fraction to half of the world. */
function isGrouped(text: string): boolean {
  return /^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(text)
}

/** How many characters a person would count, near enough: code points, as JSON Schema counts. */
export function lengthOf(text: string): number {
  let pairs = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0xd800 && code <= 0xdbff) pairs += 1
  }
  return text.length - pairs
}
