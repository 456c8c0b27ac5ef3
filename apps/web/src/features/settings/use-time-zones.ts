/** The time zones in the person's language, worked out a few at a time: all at once would hold up the keyboard. */
import { useEffect, useState } from 'react'
import { describeTimeZone, findTimeZones, knownTimeZones, type TimeZone } from './time-zones.ts'

/** As many as are worked out between two pictures. */
const atOnce = 8

const described = new Map<string, TimeZone>()

/** What a search finds in a locale. `isWanted`: somebody looks at it. Of many, some are without their names for a moment. */
export function useTimeZones(text: string, { locale, isWanted }: { locale: string; isWanted: boolean }) {
  const [zones, setZones] = useState<readonly TimeZone[]>([])
  useEffect(() => {
    if (!isWanted) return
    const plain = knownTimeZones()
    let next = 0
    let timer: ReturnType<typeof setTimeout>
    const work = () => {
      for (const { name } of plain.slice(next, next + atOnce)) describe(name, locale)
      next += atOnce
      if (next < plain.length) timer = setTimeout(work)
      else setZones(plain.map(({ name }) => describe(name, locale)))
    }
    setZones(plain.map((zone) => described.get(key(zone.name, locale)) ?? zone))
    timer = setTimeout(work)
    return () => clearTimeout(timer)
  }, [locale, isWanted])
  const found = isWanted ? findTimeZones(zones, text) : []
  return found.length <= atOnce ? found.map(({ name }) => describe(name, locale)) : found
}

function describe(name: string, locale: string): TimeZone {
  const known = described.get(key(name, locale)) ?? describeTimeZone(name, locale)
  described.set(key(name, locale), known)
  return known
}

function key(name: string, locale: string): string {
  return `${locale} ${name}`
}
