/** The languages that Haykal speaks: one line each. The texts lie in files of the same name, in `catalogues` and `catalogues/later`. */
import type { Catalogue, FirstTexts, LaterTexts } from './catalogue.ts'

/** A language as far as it is known before its texts are fetched. */
export interface LanguageDescription {
  /** Its name in itself. */
  readonly name: string
  /** The way it is written. */
  readonly direction: 'ltr' | 'rtl'
  /** The locale that formats its numbers and dates: Arabic digits for Arabic. */
  readonly locale: string
  /** Fetches the texts of a first screen: only when they are shown, so that a first load holds one language. */
  load(): Promise<FirstTexts>
  /** Fetches the texts of all other screens. */
  loadLater(): Promise<LaterTexts>
}

/** Every language by its code, in the order in which people are asked. */
export const languages = {
  en: {
    name: 'English',
    direction: 'ltr',
    locale: 'en',
    load: async () => (await import('./catalogues/en.ts')).en,
    loadLater: async () => (await import('./catalogues/later/en.ts')).later,
  },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    locale: 'ar-EG',
    load: async () => (await import('./catalogues/ar.ts')).ar,
    loadLater: async () => (await import('./catalogues/later/ar.ts')).later,
  },
} as const satisfies { readonly [code: string]: LanguageDescription }

/** The code of a language. */
export type Language = keyof typeof languages

/** The codes, in the order in which people are asked. */
export const languageCodes = Object.keys(languages) as Language[]

/** Fetches all texts of a language at once. */
export async function loadTexts(language: Language): Promise<Catalogue> {
  const [first, later] = await Promise.all([languages[language].load(), languages[language].loadLater()])
  return { ...first, ...later }
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
