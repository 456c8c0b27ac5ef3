/** For how many days something is kept: one of the usual times, any other number, or for ever. */
import { useLocale } from '@haykal/messages/react'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'

/** In days. */
const usual = [30, 90, 180, 365, 730, 1825, 3650] as const
const most = 36_500

/** The properties of the choice. */
export interface DaysChoiceProps {
  readonly label: string
  readonly help: string
  /** Null: for ever; undefined: what is filled in makes no sense. */
  readonly days: number | null | undefined
  readonly onChange: (days: number | null | undefined) => void
}

/** The choice. */
export function DaysChoice({ label, help, days, onChange }: DaysChoiceProps) {
  const { t } = useLocale()
  const isUsual = days === null || usual.some((each) => each === days)
  const [isOther, setOther] = useState(!isUsual)
  const [typed, setTyped] = useState(String(days ?? ''))
  const choose = (text: string) => {
    setOther(text === 'other')
    if (text === 'other') setTyped(String(days ?? 365))
    else onChange(text === '' ? null : Number(text))
  }
  const type = (text: string) => {
    setTyped(text)
    const number = Number(text)
    onChange(text.trim() !== '' && Number.isInteger(number) && number >= 1 && number <= most ? number : undefined)
  }
  return (
    <>
      <FieldFrame label={label} help={help}>
        {(framed) => (
          <Select
            {...framed}
            value={isOther ? 'other' : String(days ?? '')}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{t('retention.forEver')}</option>
            {usual.map((each) => (
              <option key={each} value={each}>
                {t('retention.days', { count: each })}
              </option>
            ))}
            <option value="other">{t('retention.other')}</option>
          </Select>
        )}
      </FieldFrame>
      {isOther && (
        <FieldFrame
          label={t('retention.number')}
          problems={days === undefined ? [t('retention.badNumber', { max: most })] : []}
        >
          {(framed) => (
            <TextInput
              {...framed}
              type="number"
              inputMode="numeric"
              min={1}
              max={most}
              value={typed}
              onChange={({ target }) => type(target.value)}
            />
          )}
        </FieldFrame>
      )}
    </>
  )
}
