/** A day that is told from the present, to compare with: so many days ago, or from now. */
import { useLocale } from '@haykal/messages/react'
import { readRelative, writeRelative } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { CountInput } from './count-input.tsx'
import styles from './filters.module.css'
import { stretchUnits } from './period.ts'

/** The properties of the input. */
export interface RelativeInputProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The input. */
export function RelativeInput({ value, onChange }: RelativeInputProps) {
  const { t } = useLocale()
  const { by, unit: told } = readRelative(value) ?? { by: 0, unit: 'd' }
  const unit = stretchUnits.find((each) => each === told) ?? 'd'
  const way = by === 0 ? 'today' : by < 0 ? 'ago' : 'ahead'
  const set = (next: { readonly way: string; readonly count: number; readonly unit: typeof unit }) => {
    const signed = next.way === 'today' ? 0 : next.way === 'ago' ? -next.count : next.count
    onChange(writeRelative({ base: 'today', by: signed, unit: next.unit }))
  }
  const count = Math.abs(by) || 7
  return (
    <>
      <FieldFrame label={t('builder.way')}>
        {(framed) => (
          <Select {...framed} value={way} onChange={(event) => set({ way: event.target.value, count, unit })}>
            <option value="today">{t('moment.today')}</option>
            <option value="ago">{t('builder.ago')}</option>
            <option value="ahead">{t('builder.ahead')}</option>
          </Select>
        )}
      </FieldFrame>
      {by !== 0 && (
        <div className={styles.pair}>
          <CountInput count={count} unit={unit} onChange={(next) => set({ way, ...next })} />
        </div>
      )}
    </>
  )
}
