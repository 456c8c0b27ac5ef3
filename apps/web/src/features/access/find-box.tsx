/** Finds one among many while one types, on the screen of rights: a person, a role, a record. */
import { useLocale } from '@haykal/messages/react'
import { tameDirection } from '@haykal/model'
import { ComboBox, type ComboOption } from '@haykal/ui/combo-box/combo-box.tsx'
import type { FramedInput } from '@haykal/ui/field-frame/field-frame.tsx'
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const pauseMs = 150

/** How the options are found. */
export interface FindRequest {
  readonly queryKey: QueryKey
  readonly queryFn: () => Promise<readonly ComboOption[]>
}

/** The properties of the box. */
export interface FindBoxProps {
  readonly framed: FramedInput
  readonly label: string
  /** The id of the option that is chosen now; undefined: none. */
  readonly chosen: string | undefined
  /** What is chosen now, as people read it; empty: not known yet. */
  readonly chosenText: string
  readonly placeholder: string
  /** Finds the options of a text; all where it is empty. */
  readonly find: (text: string) => FindRequest
  readonly onChoose: (option: ComboOption) => void
  /** Takes the choice back. */
  readonly onClear: () => void
}

/** The box; leaving it brings back what is chosen. */
export function FindBox(properties: FindBoxProps) {
  const { framed, label, chosen, placeholder, find, onChoose, onClear } = properties
  const { t, locale } = useLocale()
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  // A box begun anew is closed: with the value kept outside, the list would stay open over what was chosen.
  const [chosenTimes, setChosenTimes] = useState(0)
  const [last, setLast] = useState<{ readonly option: ComboOption; readonly before: string | undefined }>()
  // Shown before the address and the answer tell of it: a text that changes under the focus would open the list again.
  const isLast = last !== undefined && (chosen === last.option.id || chosen === last.before)
  const known = chosen === undefined ? '' : properties.chosenText
  const shown = isLast ? last.option.text : known
  const text = usePaused((typed ?? '').trim())
  const found = useQuery({ ...find(text), enabled: isOpen, placeholderData: keepPreviousData, staleTime: 10_000 })
  const clear = () => {
    setLast(undefined)
    onClear()
  }
  return (
    <ComboBox
      {...framed}
      key={chosenTimes}
      isFocused={chosenTimes > 0}
      label={label}
      locale={locale}
      text={typed ?? shown}
      onText={(next) => setTyped(next === shown ? undefined : next)}
      options={(found.data ?? []).map((option) => ({ ...option, text: tameDirection(option.text) }))}
      onChoose={(option) => {
        setTyped(undefined)
        setOpen(false)
        setChosenTimes(chosenTimes + 1)
        setLast({ option, before: chosen })
        onChoose(option)
      }}
      onOpenChange={setOpen}
      onLeave={() => {
        if (typed?.trim() === '' && chosen !== undefined) clear()
        setTyped(undefined)
      }}
      placeholder={placeholder}
      nothing={
        found.isPaused || found.error
          ? t('error.offline')
          : found.data
            ? t('field.noMatch', { text })
            : t('field.searching')
      }
      clear={chosen === undefined ? undefined : { label: t('field.clear', { field: label }), onPress: clear }}
    />
  )
}

/** A text once it has stayed the same for a moment: not every letter is asked for. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), text === '' ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
