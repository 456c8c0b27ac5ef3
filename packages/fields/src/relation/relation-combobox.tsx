/** Finds the record that a relation shall point to: type, look, choose; by keyboard as well as by finger. */
import { useLocale } from '@haykal/messages/react'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { InputProps } from '../field-input.ts'
import { hasInitial } from './relation.view.tsx'
import styles from './relation-input.module.css'
import { type FoundRecord, useRelationSource } from './relation-source.tsx'
import { type Found, useFoundRecords } from './use-found-records.ts'

/** The properties of the combobox. */
export interface RelationComboboxProps extends InputProps {
  /** What the record is called that the relation points to now; empty for none. */
  readonly title: string
  /** The person was in its placeholder already when it came. */
  readonly isFocused: boolean
}

/** The combobox. What is typed is a search: only choosing changes the value, leaving brings the title back. */
export function RelationCombobox({ title: knownTitle, isFocused, ...properties }: RelationComboboxProps) {
  const { id, field, label, value, onChange, isDisabled = false } = properties
  const { t, locale } = useLocale()
  const { search, pluralOf } = useRelationSource()
  const modelName = field.references ?? ''
  const [chosen, setChosen] = useState<FoundRecord>()
  // The titles that came with the record do not hold what was chosen a moment ago.
  const title = chosen !== undefined && chosen.key === value ? chosen.title : knownTitle
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? title
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
    <I18nProvider locale={locale}>
      <ComboBox<FoundRecord>
        id={id}
        aria-label={label}
        {...(properties['aria-describedby'] && { 'aria-describedby': properties['aria-describedby'] })}
        isInvalid={properties['aria-invalid'] === true}
        isRequired={field.isRequired}
        isDisabled={isDisabled}
        validationBehavior="aria"
        // Nothing is ever selected in it: the value is kept outside, and its record may not be among those found.
        value={null}
        onChange={(key) => {
          const record = found.records.find((each) => each.id === key)
          if (record) choose(record)
        }}
        inputValue={shown}
        onInputChange={(text) => setTyped(text === title ? undefined : text)}
        onOpenChange={setOpen}
        onBlur={leave}
        items={found.records}
        defaultFilter={() => true}
        allowsCustomValue
        allowsEmptyCollection
      >
        <Group className={styles.box ?? ''}>
          <Input
            {...(shown !== '' && { dir: 'auto' })}
            autoFocus={isFocused}
            className={styles.input ?? ''}
            placeholder={t('field.search', { models: pluralOf(modelName) })}
          />
          {value !== null && !field.isRequired && !isDisabled && (
            <button
              type="button"
              className={styles.button}
              aria-label={t('field.clear', { field: label })}
              onClick={() => choose(undefined)}
            >
              <Icon name="close" />
            </button>
          )}
          <Button className={styles.button ?? ''}>
            <Icon name="chevron" className={styles.arrow} />
          </Button>
        </Group>
        <Popover className={styles.popover ?? ''} offset={4} maxHeight={340}>
          <ListBox<FoundRecord>
            className={styles.list ?? ''}
            renderEmptyState={() => <Nothing found={found} text={typed ?? ''} />}
          >
            {(record) => (
              <ListBoxItem id={record.id} textValue={record.title} className={styles.item ?? ''}>
                {hasInitial(record.title) && <Avatar name={record.title} />}
                <bdi dir="auto" className={styles.title}>
                  {record.title}
                </bdi>
                {record.key === value && <Icon name="check" className={styles.check} />}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}

function Nothing({ found, text }: { readonly found: Found; readonly text: string }) {
  const { t } = useLocale()
  const words = found.isSearching
    ? t('field.searching')
    : found.hasFailed
      ? t('error.offline')
      : text.trim() === ''
        ? t('record.noChildren')
        : t('field.noMatch', { text })
  return <div className={styles.none}>{words}</div>
}
