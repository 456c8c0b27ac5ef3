/** What each person chooses for themselves: how the application speaks, writes numbers and dates, and looks. */

/** The digits that numbers are written in: 0123456789 or ٠١٢٣٤٥٦٧٨٩. */
export const digitScripts = ['latn', 'arab'] as const

/** The calendars that days are shown in; `hijri`: Hijri (Umm al-Qura) beside Gregorian. */
export const calendars = ['gregory', 'hijri'] as const

/** How light the screen is; `system`: as the device. */
export const themes = ['system', 'light', 'dark'] as const

/** How much room a line takes. */
export const densities = ['comfortable', 'compact'] as const

/** The most lists that one may mark as favourites. */
export const mostFavourites = 50

/** The choices of a person. What is absent was not chosen. */
export interface Preferences {
  /** Absent: as the browser. */
  readonly language?: string
  /** Absent: as the language. */
  readonly digits?: (typeof digitScripts)[number]
  /** Absent: Gregorian alone. */
  readonly calendar?: (typeof calendars)[number]
  /** A place of the IANA database; absent: where the device is. */
  readonly timeZone?: string
  /** Absent: as the device. */
  readonly theme?: (typeof themes)[number]
  /** Absent: comfortable. */
  readonly density?: (typeof densities)[number]
  /** Whether single letters are keys; absent: they are. */
  readonly keys?: boolean
  /** Names of models, in the order in which they are shown; absent: none. */
  readonly favourites?: readonly string[]
}

/** What changes: a choice that is not named stays, null takes it back. */
export type PreferenceChanges = { readonly [Name in keyof Preferences]?: Preferences[Name] | null }
