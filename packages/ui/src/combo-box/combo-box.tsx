/** Finds one among many: type, look, choose; by keyboard as well as by finger. What is typed is a search, never a value. */
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '../icon/icon.tsx'
import styles from './combo-box.module.css'

/** Something that can be chosen. */
export interface ComboOption {
  readonly id: string
  readonly text: string
  /** It is the one chosen now. */
  readonly isChosen?: boolean
}

/** The properties of a combo box. */
export interface ComboBoxProps {
  /** The id of the input, as its frame's label knows it. */
  readonly id: string
  readonly label: string
  /** The BCP 47 tag in whose words screen readers are told how many options there are. */
  readonly locale: string
  /** What stands in the input: what is typed, or else the text of what is chosen. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly options: readonly ComboOption[]
  /** What stands before the text of an option; absent: nothing. */
  readonly mark?: (option: ComboOption) => ReactNode
  readonly onChoose: (option: ComboOption) => void
  readonly onOpenChange: (isOpen: boolean) => void
  /** Called when the person goes on to something else. */
  readonly onLeave: () => void
  readonly placeholder: string
  /** What stands in the list while there are no options. */
  readonly nothing: ReactNode
  /** The cross that empties it; absent: there is none. */
  readonly clear?: { readonly label: string; readonly onPress: () => void } | undefined
  /** It has the focus as soon as it appears. */
  readonly isFocused?: boolean
  readonly isDisabled?: boolean
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** A combo box whose options are found outside, while one types. */
export function ComboBox(properties: ComboBoxProps) {
  const { id, label, locale, text, onText, options, mark, onChoose, onOpenChange, onLeave } = properties
  const { placeholder, nothing, clear, isFocused = false, isDisabled = false } = properties
  return (
    <I18nProvider locale={locale}>
      <AriaComboBox<ComboOption>
        id={id}
        aria-label={label}
        {...(properties['aria-describedby'] && { 'aria-describedby': properties['aria-describedby'] })}
        isInvalid={properties['aria-invalid'] === true}
        isRequired={properties['aria-required'] === true}
        isDisabled={isDisabled}
        validationBehavior="aria"
        // Nothing is ever selected in it: the value is kept outside, and may not be among the options found.
        value={null}
        onChange={(key) => {
          const option = options.find((each) => each.id === key)
          if (option) onChoose(option)
        }}
        inputValue={text}
        onInputChange={onText}
        onOpenChange={onOpenChange}
        onBlur={onLeave}
        items={options}
        defaultFilter={() => true}
        allowsCustomValue
        allowsEmptyCollection
      >
        <Group className={styles.box ?? ''}>
          <Input
            {...(text !== '' && { dir: 'auto' })}
            autoFocus={isFocused}
            className={styles.input ?? ''}
            placeholder={placeholder}
          />
          {clear && !isDisabled && (
            <button type="button" className={styles.button} aria-label={clear.label} onClick={clear.onPress}>
              <Icon name="close" />
            </button>
          )}
          <Button className={styles.button ?? ''}>
            <Icon name="chevron" className={styles.arrow} />
          </Button>
        </Group>
        <Popover className={styles.popover ?? ''} offset={4} maxHeight={340}>
          <ListBox<ComboOption>
            className={styles.list ?? ''}
            renderEmptyState={() => <div className={styles.none}>{nothing}</div>}
          >
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.text} className={styles.item ?? ''}>
                {mark?.(option)}
                <bdi dir="auto" className={styles.title}>
                  {option.text}
                </bdi>
                {option.isChosen && <Icon name="check" className={styles.check} />}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}
