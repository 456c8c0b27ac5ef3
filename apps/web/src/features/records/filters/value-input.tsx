/** One value to compare with, given in the way of how it is stored: typed, picked from a calendar, or found by its title. */

import { useLocale } from '@haykal/messages/react'
import type { ColumnKind, Json, ModelField } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'
import { MomentInput } from './moment-input.tsx'
import { isMoment, type Question } from './operators.ts'
import { RecordPicker } from './record-picker.tsx'

/** The properties of the input. */
export interface ValueInputProps {
  readonly label: string
  readonly field: ModelField
  readonly question: Question
  /** Undefined: not given yet, or not a value of the field. */
  readonly value: Json | undefined
  readonly problems: readonly string[]
  readonly onChange: (value: Json | undefined) => void
}

/** The input. */
export function ValueInput(properties: ValueInputProps) {
  const { field, question, value, onChange } = properties
  if (field.references !== undefined) {
    return <RecordPicker {...properties} field={field} value={value} onChange={onChange} />
  }
  if (field.column.kind === 'boolean') return <FlagInput {...properties} />
  if (isMoment(field)) return <MomentInput {...properties} />
  const isPart = question === 'contains' || question === 'startsWith' || question === 'endsWith'
  return isPart ? <PartInput {...properties} /> : <TypedInput {...properties} />
}

function FlagInput({ label, value, problems, onChange }: ValueInputProps) {
  const { t } = useLocale()
  return (
    <FieldFrame label={label} problems={problems}>
      {(framed) => (
        <Select
          {...framed}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value === 'true')}
        >
          <option value="">{t('field.choose')}</option>
          <option value="true">{t('app.yes')}</option>
          <option value="false">{t('app.no')}</option>
        </Select>
      )}
    </FieldFrame>
  )
}

/** A part of a text: any text will do. */
function PartInput({ label, value, problems, onChange }: ValueInputProps) {
  return (
    <FieldFrame label={label} problems={problems}>
      {(framed) => (
        <TextInput
          {...framed}
          maxLength={200}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

const numeric: ReadonlySet<ColumnKind> = new Set(['integer', 'real', 'decimal'])

/** A whole value, read by the field while one types. */
function TypedInput({ label, field, value, problems, onChange }: ValueInputProps) {
  const { t } = useLocale()
  const kind = field.column.kind
  const [text, setText] = useState(() => textOf(field, value))
  const [fault, setFault] = useState<string>()
  const type = (next: string) => {
    setText(next)
    const read = next.trim() === '' ? undefined : field.kind.fromText(next, field.options)
    setFault(read && !read.ok ? t.problem(read.fault) : undefined)
    onChange(read?.ok ? read.value : undefined)
  }
  return (
    <FieldFrame label={label} problems={fault === undefined ? problems : [fault]}>
      {(framed) => (
        <TextInput
          {...framed}
          inputMode={numeric.has(kind) ? 'decimal' : undefined}
          dir={numeric.has(kind) ? 'ltr' : 'auto'}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

function textOf(field: ModelField, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return field.kind.parse(value, field.options).ok ? field.kind.toText(value, field.options) : String(value)
}
