/** The language of the person, for React: texts, formats, and switching without a reload. */
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  useTransition,
} from 'react'
import type { Catalogue } from './catalogue.ts'
import { createFormat, type Format } from './format.ts'
import { type Language, languages, loadCatalogue } from './languages.ts'
import { createTranslator, type Translator } from './translator.ts'

/** All that depends on the person's language. */
export interface Locale {
  readonly language: Language
  /** The BCP 47 tag that `Intl` takes. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly t: Translator
  readonly format: Format
  /** Switches the language at once, everywhere; its texts are fetched if they are not there yet. */
  setLanguage(language: Language): void
}

const LocaleContext = createContext<Locale | null>(null)

/** What the provider starts with: a language and its texts, fetched before the first picture. */
export interface LocaleProviderProps {
  readonly language: Language
  readonly catalogue: Catalogue
  /** Told when the person chose another language, to remember it. */
  readonly onChange?: (language: Language) => void
  readonly children: ReactNode
}

/** Gives everything below it a language, and the document its `lang` and `dir`. */
export function LocaleProvider({ language, catalogue, onChange, children }: LocaleProviderProps) {
  const [current, setCurrent] = useState({ language, catalogue })
  const [, startTransition] = useTransition()

  const setLanguage = useCallback(
    (next: Language) => {
      onChange?.(next)
      startTransition(async () => {
        const texts = await loadCatalogue(next)
        startTransition(() => setCurrent({ language: next, catalogue: texts }))
      })
    },
    [onChange],
  )

  const value = useMemo<Locale>(() => {
    const { locale, direction } = languages[current.language]
    const t = createTranslator(current.catalogue, locale)
    return { language: current.language, locale, direction, t, format: createFormat(locale), setLanguage }
  }, [current, setLanguage])

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
