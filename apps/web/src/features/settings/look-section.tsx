/** How light, how dense, and whether single letters are keys. */
import { densities, themes } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { useId } from 'react'
import { themeIcons, themeTexts } from '../preferences/preferences-menu.tsx'
import { type SectionProps, usePreferences } from '../preferences/use-preferences.ts'
import { Segments } from './segments.tsx'
import styles from './settings.module.css'
import { SettingsSection } from './settings-section.tsx'

const densityTexts = {
  comfortable: 'settings.densityComfortable',
  compact: 'settings.densityCompact',
} as const

/** The sections of look and keyboard. */
export function LookSection({ set }: SectionProps) {
  const { t } = useLocale()
  const { theme, density, keys } = usePreferences()
  const helpId = useId()
  return (
    <>
      <SettingsSection title={t('settings.look')}>
        <FieldFrame group label={t('shell.theme')}>
          {({ id }) => (
            <Segments
              id={id}
              value={theme}
              segments={themes.map((value) => ({ value, text: t(themeTexts[value]), icon: themeIcons[value] }))}
              onChange={(value) => set({ theme: value })}
            />
          )}
        </FieldFrame>
        <FieldFrame group label={t('settings.density')}>
          {({ id }) => (
            <Segments
              id={id}
              value={density}
              segments={densities.map((value) => ({ value, text: t(densityTexts[value]) }))}
              onChange={(value) => set({ density: value })}
            />
          )}
        </FieldFrame>
      </SettingsSection>
      <SettingsSection title={t('settings.keyboard')}>
        <div>
          <Checkbox checked={keys} aria-describedby={helpId} onChange={(event) => set({ keys: event.target.checked })}>
            {t('settings.keys')}
          </Checkbox>
          <p id={helpId} className={styles.help}>
            {t('settings.keysHelp')}
          </p>
        </div>
      </SettingsSection>
    </>
  )
}
