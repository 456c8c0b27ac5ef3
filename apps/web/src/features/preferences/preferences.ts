/** What a person chose on this device: theme and language. `start.ts` reads the same before anything is painted. */
import { useSyncExternalStore } from 'react'

/** How light the screen is; `system`: as the device. */
export const themes = ['system', 'light', 'dark'] as const

/** A choice of theme. */
export type Theme = (typeof themes)[number]

const themeKey = 'haykal.theme'
const languageKey = 'haykal.language'
const listeners = new Set<() => void>()

/** A preference of this device; null where none was kept, or the browser keeps nothing. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing forgets the choice with the page; nothing else depends on it.
  }
}

function readTheme(): Theme {
  const kept = read(themeKey)
  return themes.find((theme) => theme === kept) ?? 'system'
}

let theme: Theme | undefined

/** Switches the theme at once and remembers it. */
export function setTheme(next: Theme): void {
  theme = next
  write(themeKey, next)
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  for (const listener of listeners) listener()
}

/** The chosen theme. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => {
      theme ??= readTheme()
      return theme
    },
  )
}

/** The language that was chosen on this device; null where none was. */
export function keptLanguage(): string | null {
  return read(languageKey)
}

/** Remembers the language on this device. */
export function keepLanguage(language: string): void {
  write(languageKey, language)
}
