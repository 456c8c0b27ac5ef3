/** What time it is for whoever sits here, as every request tells it: their zone, and the day on which their week begins. */
import { languages, timeZoneOf } from '@haykal/messages'
import type { Clock } from '@haykal/model'
import { shownIfBegun } from './shown-preferences.ts'

/** What the browser knows of weeks; older ones have it as a property. */
type WithWeeks = Intl.Locale & {
  getWeekInfo?(): { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

let known: { readonly for: string; readonly clock: Clock } | undefined

/** The clock; undefined as long as nothing is known of the person. */
export function ownClock(): Clock | undefined {
  const shown = shownIfBegun()
  if (!shown) return undefined
  const { chosen, language } = shown
  const question = `${chosen.timeZone} ${language}`
  if (known?.for !== question) {
    const locale: WithWeeks = new Intl.Locale(languages[language].locale)
    const weekStart = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
    known = { for: question, clock: { zone: timeZoneOf(chosen.timeZone), weekStart } }
  }
  return known.clock
}
