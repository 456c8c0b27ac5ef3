/** The language of the person, for React: texts and formats, as the person chose them. */
import { createContext, type ReactNode, use, useLayoutEffect, useMemo } from 'react'
import type { Catalogue } from './catalogue.ts'
import { createFormat, type Format } from './format.ts'
import { type Language, languages } from './languages.ts'
import { type FormatChoices, localeTag } from './locale-tag.ts'
import { createTranslator, type Translator } from './translator.ts'

/** All that depends on the person's language. */
export interface Locale {
  readonly language: Language
  /** The BCP 47 tag that `Intl` takes, with the digits that the person chose; the calendar is Gregorian. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly t: Translator
  readonly format: Format
}

const LocaleContext = createContext<Locale | null>(null)

/** A language with its texts, and what the person chose besides. */
export interface LocaleProviderProps extends FormatChoices {
  readonly language: Language
  /** The texts of that language. */
  readonly catalogue: Catalogue
  readonly children: ReactNode
}

/** Gives everything below it a language, and the document its `lang` and `dir`. */
export function LocaleProvider(properties: LocaleProviderProps) {
  const { language, catalogue, digits, calendar, timeZone, children } = properties

  const value = useMemo<Locale>(() => {
    const { locale, direction } = languages[language]
    const tag = localeTag(locale, digits)
    const choices: FormatChoices = {
      ...(digits && { digits }),
      ...(calendar && { calendar }),
      ...(timeZone && { timeZone }),
    }
    const t = createTranslator(catalogue, tag)
    return { language, locale: tag, direction, t, format: createFormat(language, choices) }
  }, [language, catalogue, digits, calendar, timeZone])

  useLayoutEffect(() => {
    document.documentElement.lang = value.language
    document.documentElement.dir = value.direction
  }, [value])

  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** The language of the person. Throws outside a `LocaleProvider`. */
export function useLocale(): Locale {
  const locale = use(LocaleContext)
  if (!locale) throw new Error('useLocale needs a LocaleProvider above it')
  return locale
}
