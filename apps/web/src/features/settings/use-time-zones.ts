/** The time zones in the person's language, worked out a few at a time: all at once would hold up the keyboard. */
import { useEffect, useState } from 'react'
import { describeTimeZone, knownTimeZones, type TimeZone } from './time-zones.ts'

/** As many as are worked out between two pictures. */
const atOnce = 8

const described = new Map<string, readonly TimeZone[]>()

/** Every zone; those of another language than before come without their names for a moment. `isWanted`: somebody looks at them. */
export function useTimeZones(locale: string, isWanted: boolean): readonly TimeZone[] {
  const [, setDone] = useState('')
  useEffect(() => {
    if (!isWanted || described.has(locale)) return
    const names = knownTimeZones().map(({ name }) => name)
    const done: TimeZone[] = []
    let timer: ReturnType<typeof setTimeout>
    const work = () => {
      for (const name of names.slice(done.length, done.length + atOnce)) done.push(describeTimeZone(name, locale))
      if (done.length < names.length) {
        timer = setTimeout(work)
        return
      }
      described.set(locale, done)
      setDone(locale)
    }
    timer = setTimeout(work)
    return () => clearTimeout(timer)
  }, [locale, isWanted])
  return described.get(locale) ?? plain()
}

let known: readonly TimeZone[] | undefined

function plain(): readonly TimeZone[] {
  known ??= knownTimeZones()
  return known
}
