/** A day or a moment to compare with, filled in as on a record's page; fetched when somebody filters by one. */
import { useLocale } from '@haykal/messages/react'
import { type Fault, type Json, readRelative } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../screens/lazy-part.ts'
import { RelativeInput } from './relative-input.tsx'
import type { ValueInputProps } from './value-input.tsx'

const FieldInput = lazyPart(async () => ({ default: (await import('./field-input.tsx')).FieldInput }))

/** The input: of a day in the calendar, or of one that is told from the present. */
export function MomentInput(properties: ValueInputProps) {
  const { t } = useLocale()
  const { value, onChange } = properties
  const isRelative = typeof value === 'string' && readRelative(value) !== undefined
  return (
    <>
      <FieldFrame label={t('builder.toldBy')}>
        {(framed) => (
          <Select
            {...framed}
            value={isRelative ? 'present' : 'calendar'}
            onChange={(event) => onChange(event.target.value === 'present' ? '$today' : undefined)}
          >
            <option value="calendar">{t('builder.calendar')}</option>
            <option value="present">{t('builder.present')}</option>
          </Select>
        )}
      </FieldFrame>
      {isRelative ? <RelativeInput value={value} onChange={onChange} /> : <CalendarInput {...properties} />}
    </>
  )
}

function CalendarInput({ label, field, value, problems, onChange }: ValueInputProps) {
  const { t } = useLocale()
  // What is half changed keeps the parts that are there, though the filter has no value then.
  const [last, setLast] = useState<Json>(value ?? null)
  const [fault, setFault] = useState<Fault>()
  return (
    <FieldFrame label={label} problems={fault === undefined ? problems : [t.problem(fault)]}>
      {(framed) => (
        <Suspense fallback={<TextInput {...framed} readOnly />}>
          <FieldInput
            {...framed}
            field={field}
            label={label}
            value={last}
            onChange={(next) => {
              setFault(undefined)
              setLast(next)
              onChange(next ?? undefined)
            }}
            onFault={(next) => {
              setFault(next)
              onChange(undefined)
            }}
            titles={{}}
          />
        </Suspense>
      )}
    </FieldFrame>
  )
}
