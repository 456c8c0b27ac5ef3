/** The time zones that there are, with the names by which people find theirs. */
import { foldedWords, foldText } from '@haykal/model/fold-text'

/** A time zone as people look for it. */
export interface TimeZone {
  /** Its IANA name. */
  readonly name: string
  /** The city that stands for it: `Sao Paulo`. */
  readonly city: string
  /** What people of the language call the time there; absent until it was worked out. */
  readonly called?: string
  /** The distance to universal time at present, with the digits of the person: `GMT+02:00`; absent until it was worked out. */
  readonly offset?: string
}

/** Every time zone that this browser knows, as far as is known at once. */
export function knownTimeZones(): readonly TimeZone[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])
  return [...names].map((name) => ({ name, city: cityOf(name) }))
}

/** A time zone with its name and its offset at a moment; slow enough that nobody should ask for all of them at once. */
export function describeTimeZone(name: string, locale: string, now = Date.now()): Required<TimeZone> {
  const part = (timeZoneName: 'shortGeneric' | 'longOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone: name, timeZoneName })
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return { name, city: cityOf(name), called: part('shortGeneric'), offset: part('longOffset') }
}

/** A time zone in one line: the city first, since that is what people look for, and what may be cut off last. From right to left, a mark keeps its Latin name from turning the line. */
export function timeZoneText({ city, called, offset }: TimeZone, direction: 'ltr' | 'rtl'): string {
  const more = [offset, called].filter((each) => each !== undefined && each !== '' && each !== city)
  return (direction === 'rtl' ? '\u200f' : '') + [city, ...more].join(' · ')
}

/** The zones that a search is about: every word stands somewhere in their names, in whatever case. */
export function findTimeZones(zones: readonly TimeZone[], text: string): readonly TimeZone[] {
  const words = foldedWords(text)
  if (words.length === 0) return zones
  return zones.filter((zone) => {
    const names = foldText([zone.name, zone.city, zone.called, zone.offset].join(' '))
    return words.every((word) => names.includes(word))
  })
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
