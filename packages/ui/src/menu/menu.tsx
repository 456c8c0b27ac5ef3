/** A list of commands or choices that opens at a button; moved through with the arrow keys. */
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { Popover, type PopoverProps, type PopoverTrigger } from '../popover/popover.tsx'
import styles from './menu.module.css'

/** A command. */
export interface MenuItem {
  readonly key: string
  readonly text: ReactNode
  readonly icon?: string
  /** For a choice: whether it is the one chosen. Absent: a command. */
  readonly checked?: boolean
  /** Takes something away. */
  readonly danger?: boolean
  /** Leads on to other commands: the menu stays. Absent: it closes. */
  readonly staysOpen?: boolean
  readonly onSelect: () => void
}

/** Commands or choices that belong together. */
export interface MenuSection {
  readonly key: string
  /** Absent: only a line sets it apart. */
  readonly title?: string
  readonly items: readonly MenuItem[]
}

/** The properties of a menu. */
export interface MenuProps extends Pick<PopoverProps, 'label' | 'placement'> {
  readonly trigger: (trigger: PopoverTrigger & { readonly 'aria-haspopup': 'menu' }) => ReactNode
  readonly sections: readonly MenuSection[]
}

/** A button with a menu. */
export function Menu({ trigger, sections, ...rest }: MenuProps) {
  return (
    <Popover
      {...rest}
      role="menu"
      trigger={(popover) => trigger({ ...popover, 'aria-haspopup': 'menu' })}
      onOpen={(content) => (checkedItem(content) ?? itemsOf(content)[0])?.focus()}
      onKeyDown={moveFocus}
    >
      {(close) => <Sections sections={sections} onDone={close} />}
    </Popover>
  )
}

/** The commands of a menu, in their sections. */
export function Sections({
  sections,
  onDone,
}: {
  readonly sections: readonly MenuSection[]
  readonly onDone: () => void
}) {
  return sections.map((section, index) => (
    <Section key={section.key} section={section} isFirst={index === 0} onDone={onDone} />
  ))
}

interface SectionProps {
  readonly section: MenuSection
  readonly isFirst: boolean
  readonly onDone: () => void
}

function Section({ section, isFirst, onDone }: SectionProps) {
  const id = useId()
  return (
    <>
      {!isFirst && <hr className={styles.separator} />}
      <fieldset aria-labelledby={section.title ? id : undefined}>
        {section.title && (
          <div id={id} className={styles.heading}>
            {section.title}
          </div>
        )}
        {section.items.map((item) => (
          <Item key={item.key} item={item} onDone={onDone} />
        ))}
      </fieldset>
    </>
  )
}

function Item({ item, onDone }: { readonly item: MenuItem; readonly onDone: () => void }) {
  const semantics =
    item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.checked }
  return (
    <button
      type="button"
      {...semantics}
      tabIndex={-1}
      className={classNames(styles.item, item.danger && styles.danger)}
      onClick={() => {
        if (!item.staysOpen) onDone()
        item.onSelect()
      }}
    >
      {item.icon && <Icon name={item.icon} />}
      {item.text}
      {item.checked && <Icon name="check" className={styles.check} />}
    </button>
  )
}

/** The commands of a menu as they stand on the screen. */
export function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

function checkedItem(menu: HTMLElement): HTMLElement | null {
  return menu.querySelector<HTMLElement>('[aria-checked="true"]')
}

const steps: { readonly [key: string]: (index: number, count: number) => number } = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Moves through the commands of a menu with the arrow keys. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  const items = itemsOf(event.currentTarget)
  const index = items.indexOf(document.activeElement as HTMLElement)
  items[step(index, items.length)]?.focus()
}
