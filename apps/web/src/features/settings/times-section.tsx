/** Which calendar, and in which time zone. */
import { calendars } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { useState } from 'react'
import { type SectionProps, usePreferences } from '../preferences/use-preferences.ts'
import { Segments } from './segments.tsx'
import { SettingsSection } from './settings-section.tsx'
import { TimeZoneInput } from './time-zone-input.tsx'

const calendarTexts = { gregory: 'settings.calendarGregory', hijri: 'settings.calendarHijri' } as const

/** The section. */
export function TimesSection({ set }: SectionProps) {
  const { t, format } = useLocale()
  const { calendar, timeZone } = usePreferences()
  // The moment when the screen was opened: an example that ticks would only draw the eye.
  const [now] = useState(() => new Date().toISOString())
  const hijri = format.hijri(now)
  const today = format.dateTime(now, { year: 'numeric', month: 'short', day: 'numeric' })
  return (
    <SettingsSection title={t('settings.times')}>
      <FieldFrame
        group
        label={t('settings.calendar')}
        help={
          <>
            <bdi>{today}</bdi>
            {hijri !== undefined && (
              <>
                {' · '}
                <bdi>{hijri}</bdi>
              </>
            )}
          </>
        }
      >
        {({ id }) => (
          <Segments
            id={id}
            value={calendar}
            segments={calendars.map((value) => ({ value, text: t(calendarTexts[value]) }))}
            onChange={(value) => set({ calendar: value })}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('settings.timeZone')} help={<bdi>{format.dateTime(now)}</bdi>}>
        {(framed) => (
          <TimeZoneInput
            framed={framed}
            label={t('settings.timeZone')}
            value={timeZone}
            onChange={(zone) => set({ timeZone: zone ?? null })}
          />
        )}
      </FieldFrame>
    </SettingsSection>
  )
}
