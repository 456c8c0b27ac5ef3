/** One month of a calendar, in which a day is chosen. */
import { type CalendarDate, type DateValue, toCalendarDate, today } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar'
import { Button as PlainButton } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import styles from './date-calendar.module.css'
import { calendarEnds, systemZone, withDay } from './date-values.ts'

/** The properties of the calendar. */
export interface DateCalendarProps {
  readonly label: string
  readonly value: DateValue | null
  /** The zone of moments; absent: days without a time. */
  readonly zone: string | undefined
  readonly todayWord: string
  /** Turns to another calendar and back; absent: there is one. */
  readonly turn: { readonly word: string; readonly isTurned: boolean; readonly onTurn: () => void } | undefined
  /** Told the value with the chosen day, its time kept. */
  readonly onChoose: (value: DateValue) => void
}

/** The calendar; the words of its buttons are those of React Aria in the reader's language. */
export function DateCalendar({ label, value, zone, todayWord, turn, onChoose }: DateCalendarProps) {
  const choose = (day: CalendarDate) => onChoose(withDay(value, day, zone))
  return (
    <>
      <Calendar
        className={styles.calendar ?? ''}
        aria-label={label}
        autoFocus
        minValue={calendarEnds.first}
        maxValue={calendarEnds.last}
        value={value === null ? null : toCalendarDate(value)}
        onChange={(day) => day && choose(toCalendarDate(day))}
      >
        <div className={styles.head}>
          <Button slot="previous" className={styles.turn ?? ''}>
            <Icon name="chevron" className={styles.backwards} />
          </Button>
          <CalendarHeading className={styles.month ?? ''} />
          <Button slot="next" className={styles.turn ?? ''}>
            <Icon name="chevron" />
          </Button>
        </div>
        <CalendarGrid className={styles.grid ?? ''} weekdayStyle="narrow">
          {(date) => <CalendarCell date={date} className={styles.day ?? ''} />}
        </CalendarGrid>
      </Calendar>
      <div className={styles.foot}>
        <PlainButton variant="quiet" onClick={() => choose(today(zone ?? systemZone()))}>
          {todayWord}
        </PlainButton>
        {turn && (
          <PlainButton variant="quiet" aria-pressed={turn.isTurned} className={styles.turned} onClick={turn.onTurn}>
            {turn.word}
          </PlainButton>
        )}
      </div>
    </>
  )
}
