/** The languages that Haykal speaks: how each is named, written and formatted, and where its texts are. */
import type { Catalogue } from './catalogue.ts'

/** What is fixed for a language. */
export interface LanguageDescription {
  /** Its name in itself. */
  readonly name: string
  /** The way it is written. */
  readonly direction: 'ltr' | 'rtl'
  /** The locale that formats its numbers and dates: Arabic digits for Arabic. */
  readonly locale: string
}

/** Every language by its code. */
export const languages = {
  en: { name: 'English', direction: 'ltr', locale: 'en' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-EG' },
} as const satisfies { readonly [code: string]: LanguageDescription }

/** The code of a language. */
export type Language = keyof typeof languages

/** The codes, in the order in which people are asked. */
export const languageCodes = Object.keys(languages) as Language[]

/** Fetches the texts of a language: only then, so that a first load holds one language. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'ar') return (await import('./catalogues/ar.ts')).ar
  return (await import('./catalogues/en.ts')).en
}

/** The first of the wished languages (`navigator.languages`) that there is; English where there is none. */
export function chooseLanguage(wished: readonly (string | null | undefined)[]): Language {
  for (const wish of wished) {
    const code = wish?.toLowerCase().split('-')[0]
    const found = languageCodes.find((each) => each === code)
    if (found) return found
  }
  return 'en'
}
