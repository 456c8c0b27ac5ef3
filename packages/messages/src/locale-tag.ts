/** What a person may choose about numbers and dates, and the name of it all for `Intl`. */

/** How somebody wants numbers and dates; what is absent follows the language or the device. */
export interface FormatChoices {
  /** 0123456789 or ٠١٢٣٤٥٦٧٨٩; absent: as the language writes them. */
  readonly digits?: 'latn' | 'arab'
  /** `hijri`: the Hijri date (Umm al-Qura) beside the Gregorian one; absent: Gregorian alone. */
  readonly calendar?: 'gregory' | 'hijri'
  /** A place of the IANA database; absent, or unknown to this browser: where the device is. */
  readonly timeZone?: string
}

/** The BCP 47 tag of a locale with the chosen digits, and a calendar of the Unicode extensions: `ar-EG-u-ca-gregory-nu-latn`. */
export function localeTag(locale: string, digits?: FormatChoices['digits'], calendar = 'gregory'): string {
  return `${locale}-u-ca-${calendar}${digits === undefined ? '' : `-nu-${digits}`}`
}

/** The time zone that is meant: the wished one where this browser knows it, else that of the device. */
export function timeZoneOf(wished: string | undefined): string {
  const device = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
  if (wished === undefined) return device()
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wished }).resolvedOptions().timeZone
  } catch {
    return device()
  }
}
