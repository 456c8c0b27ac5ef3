/** Chooses a time zone by city, country or offset, or leaves it to the device. */

import { timeZoneOf } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { ComboBox } from '@haykal/ui/combo-box/combo-box.tsx'
import type { FramedInput } from '@haykal/ui/field-frame/field-frame.tsx'
import { useMemo, useState } from 'react'
import { describeTimeZone, timeZoneText } from './time-zones.ts'
import { useTimeZones } from './use-time-zones.ts'

/** The id of the option that leaves it to the device; no zone has such a name. */
const device = '-'

/** The properties of the input. */
export interface TimeZoneInputProps {
  readonly framed: FramedInput
  readonly label: string
  /** The IANA name; absent: as the device. */
  readonly value: string | undefined
  readonly onChange: (zone: string | undefined) => void
}

/** The input. */
export function TimeZoneInput({ framed, label, value, onChange }: TimeZoneInputProps) {
  const { t, locale, direction } = useLocale()
  const [typed, setTyped] = useState<string>()
  // A box begun anew is closed: with the value kept outside, the list would stay open over what was chosen.
  const [chosenTimes, setChosenTimes] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const found = useTimeZones(typed ?? '', { locale, isWanted: isOpen })
  const auto = useMemo(
    () =>
      t('settings.timeZoneAuto', { zone: timeZoneText(describeTimeZone(timeZoneOf(undefined), locale), direction) }),
    [t, locale, direction],
  )
  const chosen = useMemo(
    () => (value === undefined ? auto : timeZoneText(describeTimeZone(timeZoneOf(value), locale), direction)),
    [value, auto, locale, direction],
  )
  const options = [
    ...(typed === undefined || typed === '' ? [{ id: device, text: auto, isChosen: value === undefined }] : []),
    ...found.map((zone) => ({ id: zone.name, text: timeZoneText(zone, direction), isChosen: zone.name === value })),
  ]
  return (
    <ComboBox
      {...framed}
      key={chosenTimes}
      isFocused={chosenTimes > 0}
      label={label}
      locale={locale}
      text={typed ?? chosen}
      onText={(text) => setTyped(text === chosen ? undefined : text)}
      options={options}
      onChoose={({ id }) => {
        setTyped(undefined)
        setOpen(false)
        setChosenTimes(chosenTimes + 1)
        onChange(id === device ? undefined : id)
      }}
      onOpenChange={setOpen}
      onLeave={() => setTyped(undefined)}
      placeholder={t('settings.timeZoneFind')}
      nothing={t('settings.timeZoneNone', { text: typed ?? '' })}
      clear={
        value === undefined
          ? undefined
          : { label: t('field.clear', { field: label }), onPress: () => onChange(undefined) }
      }
    />
  )
}
