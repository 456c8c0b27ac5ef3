/** The choices as this device remembers them, for who is not signed in, and so that the first picture is right; `start.ts` reads the same. */
import { calendars, densities, digitScripts, type Preferences, themes } from '@haykal/contract'
import { isJsonObject } from '@haykal/model'

/** Where the browser keeps them. */
const place = 'haykal.preferences'

/** What was shown last: the device's choices, and the language and direction that came of them. */
export interface Kept {
  readonly chosen: Preferences
  readonly shown?: { readonly language: string; readonly direction: 'ltr' | 'rtl' }
}

/** What this device remembers; nothing where the browser keeps nothing. */
export function readKept(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return parseKept(isJsonObject(kept) ? kept.chosen : undefined)
  } catch {
    return {}
  }
}

/** Remembers it; the favourites stay with the person. */
export function writeKept({ chosen: { favourites: _, ...chosen }, shown }: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify({ chosen, shown }))
  } catch {
    // A browser that keeps nothing forgets the choices with the page; the server still has them.
  }
}

/** Only what can be chosen: anybody who uses the device may have written something else there. */
export function parseKept(kept: unknown): Preferences {
  if (!isJsonObject(kept)) return {}
  const { language, digits, calendar, timeZone, theme, density, keys } = kept
  return {
    ...(typeof language === 'string' && { language }),
    ...among('digits', digitScripts, digits),
    ...among('calendar', calendars, calendar),
    ...(typeof timeZone === 'string' && { timeZone }),
    ...among('theme', themes, theme),
    ...among('density', densities, density),
    ...(typeof keys === 'boolean' && { keys }),
  }
}

function among<Name extends string, Value>(name: Name, values: readonly Value[], value: unknown) {
  const found = values.find((each) => each === value)
  return found === undefined ? {} : ({ [name]: found } as { readonly [key in Name]: Value })
}
