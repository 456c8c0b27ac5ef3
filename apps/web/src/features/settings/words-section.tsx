/** Which language, and which digits. */
import { digitScripts } from '@haykal/contract'
import { chooseLanguage, createFormat, languages } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { offeredLanguages } from '../preferences/preferences-menu.tsx'
import { type SectionProps, usePreferences } from '../preferences/use-preferences.ts'
import { SettingsSection } from './settings-section.tsx'

/** A number with everything that languages write differently. */
const example = 1_234_567.89

/** A date in words: they are what languages differ in. */
const sentence: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }

const digitTexts = { latn: 'settings.digitsLatn', arab: 'settings.digitsArab' } as const

/** The section. */
export function WordsSection({ set }: SectionProps) {
  const { t, format, language } = useLocale()
  const chosen = usePreferences()
  const [now] = useState(() => Date.now())
  const offered = offeredLanguages(useBoot().project.languages)
  const ofBrowser = chooseLanguage(navigator.languages)
  const digitsIn = (digits?: 'latn' | 'arab') => createFormat(language, digits && { digits }).number(123)
  return (
    <SettingsSection title={t('settings.words')}>
      <FieldFrame label={t('shell.language')} help={format.dateTime(now, sentence)}>
        {(framed) => (
          <Select
            {...framed}
            value={chosen.language ?? ''}
            onChange={(event) => set({ language: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{t('settings.languageAuto', { language: languages[ofBrowser].name })}</option>
            {offered.map((code) => (
              <option key={code} value={code} lang={code}>
                {languages[code].name}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      <FieldFrame label={t('settings.digits')} help={<bdi>{format.number(example)}</bdi>}>
        {(framed) => (
          <Select
            {...framed}
            value={chosen.digits ?? ''}
            onChange={(event) => {
              set({ digits: digitScripts.find((each) => each === event.target.value) ?? null })
            }}
          >
            <option value="">{t('settings.digitsAuto', { digits: digitsIn() })}</option>
            {digitScripts.map((script) => (
              <option key={script} value={script}>
                {t(digitTexts[script], { digits: digitsIn(script) })}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
    </SettingsSection>
  )
}
