/** Finds the record that a relation shall point to: what is typed is a search, only choosing changes the value. */
import { useLocale } from '@haykal/messages/react'
import { tameDirection } from '@haykal/model'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { ComboBox, type ComboOption } from '@haykal/ui/combo-box/combo-box.tsx'
import { useState } from 'react'
import type { InputProps } from '../field-input.ts'
import { hasInitial } from './relation.view.tsx'
import { type FoundRecord, useRelationSource } from './relation-source.tsx'
import { type Found, useFoundRecords } from './use-found-records.ts'

/** The properties of the combobox. */
export interface RelationComboboxProps extends InputProps {
  /** What the record is called that the relation points to now; empty for none. */
  readonly title: string
  /** The person was in its placeholder already when it came. */
  readonly isFocused: boolean
}

/** The combobox; leaving it brings the title back. */
export function RelationCombobox({ title: knownTitle, isFocused, ...properties }: RelationComboboxProps) {
  const { id, field, label, value, onChange, isDisabled = false } = properties
  const { t, locale } = useLocale()
  const { search, pluralOf } = useRelationSource()
  const [chosen, setChosen] = useState<FoundRecord>()
  // The titles that came with the record do not hold what was chosen a moment ago.
  const title = chosen !== undefined && chosen.key === value ? chosen.title : knownTitle
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const found = useFoundRecords(search, field, { text: (typed ?? '').trim(), isWanted: isOpen })
  const choose = (record: FoundRecord | undefined) => {
    setChosen(record)
    setTyped(undefined)
    onChange(record?.key ?? null)
  }
  const leave = () => {
    if (typed?.trim() === '' && !field.isRequired && value !== null) choose(undefined)
    setTyped(undefined)
  }

  return (
    <ComboBox
      id={id}
      label={label}
      locale={locale}
      aria-describedby={properties['aria-describedby']}
      aria-invalid={properties['aria-invalid']}
      aria-required={field.isRequired || undefined}
      isDisabled={isDisabled}
      isFocused={isFocused}
      text={typed ?? title}
      onText={(text) => setTyped(text === title ? undefined : text)}
      options={found.records.map(({ id: key, title: text, key: held }) => ({
        id: key,
        text: tameDirection(text),
        isChosen: held === value,
      }))}
      mark={markOf}
      onChoose={(option) => choose(found.records.find((each) => each.id === option.id))}
      onOpenChange={setOpen}
      onLeave={leave}
      placeholder={properties.placeholder ?? t('field.search', { models: pluralOf(field.references ?? '') })}
      nothing={<Nothing found={found} text={typed ?? ''} />}
      clear={
        value !== null && !field.isRequired
          ? { label: t('field.clear', { field: label }), onPress: () => choose(undefined) }
          : undefined
      }
    />
  )
}

function markOf({ text }: ComboOption) {
  return hasInitial(text) && <Avatar name={text} />
}

function Nothing({ found, text }: { readonly found: Found; readonly text: string }) {
  const { t } = useLocale()
  if (found.isSearching) return t('field.searching')
  if (found.hasFailed) return t('error.offline')
  return text.trim() === '' ? t('field.none') : t('field.noMatch', { text })
}
