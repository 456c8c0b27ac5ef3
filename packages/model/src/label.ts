/** Names that people read, in one language or in several. */
import { tameDirection } from './tame-direction.ts'

/** One text for every language, or one a language (`{ en: 'Order', ar: 'طلب' }`). */
export type Label = string | { readonly [language: string]: string }

/** The text of a label in a language; falls back to English, then to whatever there is. */
export function labelIn(label: Label, language: string): string {
  if (typeof label === 'string') return tameDirection(label)
  return tameDirection(label[language] ?? label.en ?? Object.values(label)[0] ?? '')
}

/** A readable label for a name from code or from a database: `customer_id` and `customerId` become `Customer`, `InvoiceLine` `Invoice line`. */
export function labelFromName(name: string): string {
  const words = withoutHumps(name)
    .split(/[\s_\-.]+/u)
    .filter((word) => word !== '')
  if (words.length > 1 && words.at(-1)?.toLowerCase() === 'id') words.pop()
  const sentence = words.map((word) => (isAcronym(word) ? word : word.toLowerCase())).join(' ')
  return sentence === '' ? name : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** A name from code with a space in front of each word that begins with a capital: `InvoiceLine` becomes `Invoice Line`. */
export function withoutHumps(name: string): string {
  return name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word)
}
