/** A project's own words in the language of the person. */

import { useLocale } from '@haykal/messages/react'
import { type Label, labelIn } from '@haykal/model'
import { useCallback } from 'react'

/** Gives a function that reads a label: `label({ en: 'Shop', ar: 'المتجر' })`. */
export function useLabel(): (label: Label) => string {
  const { language } = useLocale()
  return useCallback((label) => labelIn(label, language), [language])
}
