/** A stretch of time told from the present: one with a name, or so many days, weeks, months or years. */

import { momentText } from '@haykal/contract/moment-text'
import { useLocale } from '@haykal/messages/react'
import type { Json } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { CountInput } from './count-input.tsx'
import styles from './filters.module.css'
import { namedPeriods, readStretch, type Stretch, writeStretch } from './period.ts'

/** The properties of the input. */
export interface PeriodInputProps {
  readonly label: string
  /** Undefined: not chosen yet. */
  readonly value: Json | undefined
  readonly problems: readonly string[]
  readonly onChange: (value: string | undefined) => void
}

const usual: { readonly [towards in Stretch['towards']]: Stretch } = {
  last: { towards: 'last', count: 30, unit: 'd' },
  next: { towards: 'next', count: 7, unit: 'd' },
}

/** The input. */
export function PeriodInput({ label, value, problems, onChange }: PeriodInputProps) {
  const { t } = useLocale()
  const text = typeof value === 'string' ? value : ''
  const stretch = readStretch(text)
  const named: readonly string[] = namedPeriods
  // One that came from an address may have no name among those that are offered.
  const offered = text === '' || stretch || named.includes(text) ? named : [...named, text]
  const choose = (chosen: string) => {
    if (chosen === 'last' || chosen === 'next') onChange(writeStretch(usual[chosen]))
    else onChange(chosen === '' ? undefined : chosen)
  }
  return (
    <>
      <FieldFrame label={label} problems={problems}>
        {(framed) => (
          <Select {...framed} value={stretch?.towards ?? text} onChange={(event) => choose(event.target.value)}>
            <option value="">{t('field.choose')}</option>
            {offered.map((each) => (
              <option key={each} value={each}>
                {momentText({ t }, each)}
              </option>
            ))}
            <option value="last">{t('builder.last')}</option>
            <option value="next">{t('builder.next')}</option>
          </Select>
        )}
      </FieldFrame>
      {stretch && (
        <div className={styles.pair}>
          <CountInput
            count={stretch.count}
            unit={stretch.unit}
            onChange={(next) => onChange(writeStretch({ ...stretch, ...next }))}
          />
        </div>
      )}
    </>
  )
}
