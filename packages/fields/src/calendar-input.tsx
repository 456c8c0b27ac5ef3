/** Fills in days and moments: part by part with a calendar of ours; on a phone, with the one that the phone has. */
import { type Locale, useLocale } from '@haykal/messages/react'
import type { Json, ProblemCode } from '@haykal/model'
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { lazy, Suspense, useState } from 'react'
import type { InputProps } from './field-input.ts'
import { inputAttributes } from './input-attributes.ts'
import styles from './inputs.module.css'
import { plainText } from './plain-value.tsx'
import { LineInput } from './text/text-input.tsx'
import { plainDigits } from './typed-text.ts'
import { useTyped } from './use-typed.ts'

// The parts of React Aria weigh more than the rest of a form: fetched when a form with a day or a moment opens.
const DateField = lazy(async () => ({
  default: (await import('@haykal/ui/date-field/date-field.tsx')).DateField,
}))

/** What tells the inputs of days and of moments apart. */
export interface CalendarKind {
  /** The zone on whose clock moments are filled in; undefined for days. */
  zone(locale: Locale): string | undefined
  /** The value as the reader's language writes it, until the parts are there. */
  write(value: string, locale: Locale): string
  readonly fault: ProblemCode
  /** How the browser's own input does it. */
  readonly native: {
    readonly type: 'date' | 'datetime-local'
    readonly step?: 'any'
    write(value: string, locale: Locale): string
    read(text: string, locale: Locale): string
  }
}

/** The properties of the input. */
export interface CalendarInputProps extends InputProps {
  readonly calendar: CalendarKind
}

const useIsTouched = mediaQueryHook('(pointer: coarse)')

/** The input of days and moments; a plain line for what is neither, so that it can be seen and corrected. */
export function CalendarInput(properties: CalendarInputProps) {
  const { field, value } = properties
  const hijri = hijriLocale(useLocale())
  const isTouched = useIsTouched()
  if (value !== null && !field.kind.parse(value, field.options).ok) return <LineInput {...properties} />
  // A thumb turns the phone's own wheels faster than it types; but they know the Gregorian calendar only.
  return isTouched && hijri === undefined ? <NativeInput {...properties} /> : <PartsInput {...properties} />
}

/** The tag of the Hijri calendar, for who wants Hijri dates beside the others. */
function hijriLocale({ locale, format }: Locale): string | undefined {
  if (format.hijri('2000-01-01') === undefined) return undefined
  return new Intl.Locale(locale, { calendar: 'islamic-umalqura' }).toString()
}

function PartsInput(properties: CalendarInputProps) {
  const { id, field, label, value, calendar, onChange, onFault, isDisabled = false } = properties
  const locale = useLocale()
  const hijri = hijriLocale(locale)
  const [isFocused, setFocused] = useState(false)
  const take = (written: Json) => {
    const parsed = written === null ? { ok: true as const, value: null } : field.kind.parse(written, field.options)
    if (parsed.ok) onChange(parsed.value)
    else onFault(parsed.fault)
  }
  const placeholder = (
    <TextInput
      {...inputAttributes(properties)}
      readOnly
      value={value === null ? '' : calendar.write(String(value), locale)}
      onFocus={() => setFocused(true)}
      onBlur={(event) => event.currentTarget.isConnected && setFocused(false)}
    />
  )
  return (
    <Suspense fallback={placeholder}>
      <DateField
        id={id}
        label={label}
        locale={locale.locale}
        zone={calendar.zone(locale)}
        value={value === null ? null : plainText(value)}
        onChange={take}
        onIncomplete={() => onFault({ code: calendar.fault })}
        onPaste={(text) => {
          // As the input writes it, or as people write it: on their own clock.
          const onClock = calendar.native.read(plainDigits(text), locale)
          const read = [text, onClock].map((each) => field.kind.fromText(each, field.options)).find(({ ok }) => ok)
          return read?.ok ? String(read.value) : undefined
        }}
        words={{
          calendar: locale.t('field.calendar', { field: label }),
          today: locale.t('field.today'),
          clear: field.isRequired ? undefined : locale.t('field.clear', { field: label }),
        }}
        other={hijri === undefined ? undefined : { locale: hijri, word: locale.t('field.hijri') }}
        isFocused={isFocused}
        isDisabled={isDisabled}
        aria-describedby={properties['aria-describedby']}
        aria-invalid={properties['aria-invalid']}
        aria-required={properties['aria-required']}
      />
    </Suspense>
  )
}

function NativeInput(properties: CalendarInputProps) {
  const { field, calendar, onFault } = properties
  const locale = useLocale()
  const { native } = calendar
  const { text, type } = useTyped(properties, {
    write: (value) => native.write(String(value), locale),
    read: (typed) => field.kind.fromText(native.read(typed, locale), field.options),
  })
  return (
    <TextInput
      {...inputAttributes(properties)}
      type={native.type}
      step={native.step}
      dir={undefined}
      className={styles.moment}
      min={native.type === 'date' ? '0001-01-01' : undefined}
      max={native.type === 'date' ? '9999-12-31' : undefined}
      value={text}
      onChange={(event) => {
        if (event.target.validity.badInput) onFault({ code: calendar.fault })
        else type(event.target.value)
      }}
    />
  )
}
