/** How many days, weeks, months or years. */
import { useLocale } from '@haykal/messages/react'
import { latinDigits } from '@haykal/model/fold-text'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'
import { mostCounted, type Stretch, stretchUnits } from './period.ts'

/** The properties of the input. */
export interface CountInputProps extends Pick<Stretch, 'count' | 'unit'> {
  readonly onChange: (next: Pick<Stretch, 'count' | 'unit'>) => void
}

const unitTexts = { d: 'builder.days', w: 'builder.weeks', mo: 'builder.months', y: 'builder.years' } as const

/** The input: a number and its unit. */
export function CountInput({ count, unit, onChange }: CountInputProps) {
  const { t } = useLocale()
  const [text, setText] = useState(String(count))
  const type = (typed: string) => {
    setText(typed)
    const number = Number(latinDigits(typed).trim())
    if (Number.isInteger(number) && number >= 1 && number <= mostCounted) onChange({ count: number, unit })
  }
  return (
    <>
      <FieldFrame label={t('builder.count')}>
        {(framed) => (
          <TextInput
            {...framed}
            inputMode="numeric"
            maxLength={4}
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setText(String(count))}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('builder.unit')}>
        {(framed) => (
          <Select
            {...framed}
            value={unit}
            onChange={(event) => onChange({ count, unit: event.target.value as Stretch['unit'] })}
          >
            {stretchUnits.map((each) => (
              <option key={each} value={each}>
                {t(unitTexts[each])}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
    </>
  )
}
