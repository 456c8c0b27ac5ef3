/** Folds texts to what people type when they look for them: without case, accents, tashkeel, forms of letters and scripts of digits. */

/** Letters that are written for each other: alef maqsura and Persian ya, ta marbuta, Persian kaf, tatweel, alef wasla. */
const alike: { readonly [letter: string]: string } = { ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ـ: '', ٱ: 'ا' }

/** A text without what people leave out when they look for it. */
export function foldText(text: string): string {
  // Nearly all that programs write, and all of it in a tenth of the time.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase()
  return latinDigits(text)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ىیةکـٱ]/g, (letter) => alike[letter] ?? letter)
    .toLowerCase()
}

/** The words of what was typed, folded. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).split(/\s+/).filter(Boolean)
}

/** The digits of a text as Latin ones, for whatever was stored with those. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
}
