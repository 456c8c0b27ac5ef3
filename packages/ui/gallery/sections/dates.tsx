/** Days and moments, in both calendars and both digit scripts. */
import { useState } from 'react'
import { DateField, type OtherCalendar } from '../../src/date-field/date-field.tsx'
import { FieldFrame } from '../../src/field-frame/field-frame.tsx'
import styles from '../gallery.module.css'
import { useSay, useTag } from '../speech.ts'

/** Date fields in all states. */
export function Dates() {
  const say = useSay()
  const tag = useTag()
  return (
    <div className={styles.grid}>
      <DateBox label={say('Placed', 'تاريخ الطلب')} locale={tag} first="2026-11-21" />
      <DateBox label={say('Ship by', 'الشحن قبل')} locale={tag} first={null} />
      <DateBox label={say('Paid at', 'وقت الدفع')} locale={tag} zone="Asia/Riyadh" first="2026-11-21T06:50:00.000Z" />
      <DateBox label={say('To the second', 'بالثانية')} locale={tag} zone="UTC" first="2026-11-21T06:50:07.000Z" />
      <DateBox
        label={say('Two calendars', 'تقويمان')}
        locale={tag}
        first="2026-11-21"
        other={{ locale: `${tag}-u-ca-islamic-umalqura`, word: say('Hijri', 'هجري') }}
      />
      <DateBox
        label={say('Arabic digits', 'أرقام لاتينية')}
        locale={`${tag}-u-nu-${say('arab', 'latn')}`}
        first="2026-11-21"
      />
      <DateBox
        label={say('Wrong', 'خطأ')}
        locale={tag}
        first="2026-11-21"
        problem={say('This day is past.', 'هذا اليوم قد مضى.')}
      />
      <DateBox label={say('Disabled', 'معطّل')} locale={tag} first="2026-11-21" isDisabled />
    </div>
  )
}

interface DateBoxProps {
  readonly label: string
  readonly locale: string
  readonly zone?: string
  readonly first: string | null
  readonly problem?: string
  readonly isDisabled?: boolean
  readonly other?: OtherCalendar
}

function DateBox({ label, locale, zone, first, problem, isDisabled = false, other }: DateBoxProps) {
  const say = useSay()
  const [value, setValue] = useState(first)
  const [isIncomplete, setIncomplete] = useState(false)
  const problems = isIncomplete
    ? [say('Fill in all parts.', 'املأ كل الأجزاء.')]
    : problem === undefined
      ? []
      : [problem]
  return (
    <FieldFrame label={label} problems={problems}>
      {(input) => (
        <>
          <DateField
            {...input}
            label={label}
            locale={locale}
            zone={zone}
            value={value}
            onChange={(next) => {
              setIncomplete(false)
              setValue(next)
            }}
            onIncomplete={() => setIncomplete(true)}
            onPaste={(text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined)}
            words={{
              calendar: say(`Calendar for ${label}`, `تقويم ${label}`),
              today: say('Today', 'اليوم'),
              clear: say(`Clear ${label}`, `إفراغ ${label}`),
            }}
            isDisabled={isDisabled}
            other={other}
          />
          <output hidden data-value-of={label}>
            {value}
          </output>
        </>
      )}
    </FieldFrame>
  )
}
