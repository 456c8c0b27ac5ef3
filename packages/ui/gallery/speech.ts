/** The language of the gallery: in which words its parts are shown, and from which side. */
import { createContext, use } from 'react'

/** The languages of the gallery: one from each side. */
export type GalleryLanguage = 'en' | 'ar'

/** The language of what is shown below. */
export const GalleryLanguageContext = createContext<GalleryLanguage>('en')

/** What chooses between English and Arabic words. */
export type Say = (english: string, arabic: string) => string

/** Gives the words of the language that is shown. */
export function useSay(): Say {
  const language = use(GalleryLanguageContext)
  return (english, arabic) => (language === 'ar' ? arabic : english)
}

/** The BCP 47 tag of the language that is shown. */
export function useTag(): string {
  return use(GalleryLanguageContext) === 'ar' ? 'ar-EG' : 'en'
}
