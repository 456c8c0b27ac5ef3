/** Fills in a day or a moment part by part, in the digits and the calendar of the reader; or picks it from a calendar. */
import { type KeyboardEvent, lazy, Suspense, useMemo, useRef, useState } from 'react'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { Popover, type PopoverControl } from '../popover/popover.tsx'
import styles from './date-field.module.css'
import { beginning, calendarEnds, hasSeconds, inWords, readDate, writeDate } from './date-values.ts'

// Most people type: the calendar comes when it is opened.
const DateCalendar = lazy(async () => ({ default: (await import('./date-calendar.tsx')).DateCalendar }))

/** The words of a date field. */
export interface DateFieldWords {
  /** What the button of the calendar does. */
  readonly calendar: string
  readonly today: string
  /** What the cross does; absent: the field cannot be emptied by one. */
  readonly clear?: string | undefined
}

/** A second calendar, for who reads days in two. */
export interface OtherCalendar {
  /** The BCP 47 tag with that calendar. */
  readonly locale: string
  /** What turns the field to it, and back. */
  readonly word: string
}

/** The properties of a date field. */
export interface DateFieldProps {
  readonly id: string
  readonly label: string
  /** The BCP 47 tag that decides order, digits (`-u-nu-`), calendar (`-u-ca-`) and the first day of the week. */
  readonly locale: string
  /** The zone on whose clock moments are shown; absent: the field holds days without a time. */
  readonly zone?: string | undefined
  /** `2026-11-21`, or with a zone an ISO instant; null where there is none. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Called when the person goes on and has filled in some parts only. */
  readonly onIncomplete: () => void
  /** Reads a text that was pasted; undefined where it is no day or no moment. */
  readonly onPaste: (text: string) => string | undefined
  readonly words: DateFieldWords
  /** The day in this calendar stands below, and the field can be turned to it; absent: one calendar is enough. */
  readonly other?: OtherCalendar | undefined
  /** It has the focus as soon as it appears. */
  readonly isFocused?: boolean
  readonly isDisabled?: boolean
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** A field of parts, with a calendar. */
export function DateField(properties: DateFieldProps) {
  const { id, label, zone, value: text, onChange, onIncomplete, onPaste, words, other } = properties
  const { isFocused = false, isDisabled = false } = properties
  // The same object for the same text: a new one would throw away what is half typed.
  const value = useMemo(() => (text === null ? null : readDate(text, zone)), [text, zone])
  const [isTurned, setTurned] = useState(false)
  const locale = other && isTurned ? other.locale : properties.locale
  const beside = value && other ? inWords(value, isTurned ? properties.locale : other.locale) : undefined
  const describedBy = [properties['aria-describedby'], beside && `${id}-beside`].filter(Boolean).join(' ')
  const placeholder = useMemo(() => beginning(zone), [zone])
  const frame = useRef<HTMLDivElement>(null)
  const calendar = useRef<PopoverControl>(null)
  const wasIncomplete = useRef(false)

  const leave = () => {
    const parts = [...(frame.current?.querySelectorAll('[role="spinbutton"]') ?? [])]
    const empty = parts.filter((part) => part.hasAttribute('data-placeholder')).length
    const isIncomplete = empty > 0 && empty < parts.length
    if (isIncomplete) onIncomplete()
    else if (wasIncomplete.current) onChange(empty === 0 ? text : null)
    wasIncomplete.current = isIncomplete
  }
  const openCalendar = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    frame.current?.querySelector<HTMLElement>('[popovertarget]')?.click()
  }

  return (
    <I18nProvider locale={locale}>
      <div className={styles.whole}>
        <div
          ref={frame}
          className={styles.box}
          data-disabled={isDisabled || undefined}
          data-invalid={properties['aria-invalid']}
          onKeyDownCapture={openCalendar}
          onBlur={(event) => {
            // From part to part nobody leaves the field.
            if (event.currentTarget.contains(event.relatedTarget)) event.stopPropagation()
            else leave()
          }}
          onPaste={(event) => {
            const read = onPaste(event.clipboardData.getData('text/plain'))
            if (read !== undefined) onChange(read)
          }}
        >
          <AriaDateField
            id={id}
            className={styles.field ?? ''}
            aria-label={label}
            {...(describedBy && { 'aria-describedby': describedBy })}
            isInvalid={properties['aria-invalid'] === true}
            isRequired={properties['aria-required'] === true}
            isDisabled={isDisabled}
            validationBehavior="aria"
            autoFocus={isFocused}
            granularity={zone === undefined ? 'day' : hasSeconds(value) ? 'second' : 'minute'}
            hideTimeZone
            shouldForceLeadingZeros={false}
            minValue={calendarEnds.first}
            maxValue={calendarEnds.last}
            placeholderValue={placeholder}
            value={value}
            onChange={(next) => onChange(next === null ? null : writeDate(next))}
          >
            <DateInput className={styles.parts ?? ''}>
              {(part) => <DateSegment segment={part} className={styles.part ?? ''} />}
            </DateInput>
          </AriaDateField>
          {words.clear !== undefined && text !== null && !isDisabled && (
            <button type="button" className={styles.button} aria-label={words.clear} onClick={() => onChange(null)}>
              <Icon name="close" />
            </button>
          )}
          <Popover
            ref={calendar}
            label={words.calendar}
            placement="belowEnd"
            className={styles.popover}
            trigger={(trigger) => (
              <button
                type="button"
                {...trigger}
                className={classNames(styles.button, styles.opener)}
                aria-label={words.calendar}
                disabled={isDisabled}
              >
                <Icon name="calendar" />
              </button>
            )}
          >
            {(close) => (
              <Suspense fallback={<div className={styles.waiting} />}>
                <DateCalendar
                  label={label}
                  value={value}
                  zone={zone}
                  todayWord={words.today}
                  turn={other && { word: other.word, isTurned, onTurn: () => setTurned(!isTurned) }}
                  onChoose={(chosen) => {
                    close()
                    onChange(writeDate(chosen))
                  }}
                />
              </Suspense>
            )}
          </Popover>
        </div>
        {beside && (
          <p id={`${id}-beside`} className={styles.beside}>
            <bdi>{beside}</bdi>
          </p>
        )}
      </div>
    </I18nProvider>
  )
}
