/** Reads and fills in tags: each becomes a label as soon as it is parted from the next. */
import { useLocale } from '@haykal/messages/react'
import { type Json, tameDirection } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { inputAttributes } from '../input-attributes.ts'
import { LineInput } from '../text/text-input.tsx'
import { betweenTags, tagsKind } from './tags.ts'
import { tagsView } from './tags.view.tsx'
import styles from './tags-input.module.css'

/** The input; a plain line for what are no tags, so that it can be seen and corrected. */
function TagsInput(properties: InputProps) {
  const isSound = properties.value === null || tagsKind.parse(properties.value, {}).ok
  return isSound ? <LabelsInput {...properties} /> : <LineInput {...properties} />
}

function LabelsInput(properties: InputProps) {
  const { value, isDisabled = false } = properties
  const { t } = useLocale()
  const line = useRef<HTMLInputElement>(null)
  const { tags, text, write } = useTags(properties)
  const onKeyDown = (event: KeyboardEvent) => {
    // While a syllable is being composed, Enter ends that and no more.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault()
      write([...tags, text], '')
    }
    if (event.key === 'Backspace' && text === '') write(tags.slice(0, -1), '')
  }
  return (
    <div className={styles.box} onClick={() => line.current?.focus()}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <bdi>{tameDirection(tag)}</bdi>
          <button
            type="button"
            aria-label={t('field.removeTag', { tag })}
            disabled={isDisabled}
            onClick={(event) => {
              event.stopPropagation()
              write(
                tags.filter((each) => each !== tag),
                text,
              )
              line.current?.focus()
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <input
        {...inputAttributes(properties)}
        ref={line}
        dir={text === '' ? undefined : 'auto'}
        className={styles.line}
        placeholder={value === null ? (properties.placeholder ?? t('field.tagsHint')) : undefined}
        value={text}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const parts = event.target.value.split(betweenTags)
          write([...tags, ...parts.slice(0, -1)], parts.at(-1) ?? '')
        }}
        onBlur={() => text.trim() !== '' && write([...tags, text], '')}
      />
    </div>
  )
}

/** The tags that are done, and the one that is being typed, which counts already. */
function useTags({ value, onChange, onFault }: Pick<InputProps, 'value' | 'onChange' | 'onFault'>) {
  const [typed, setTyped] = useState({ tags: listOf(value), text: '', of: value })
  const isStale = JSON.stringify(typed.of) !== JSON.stringify(value)
  if (isStale) setTyped({ tags: listOf(value), text: '', of: value })
  const write = (tags: readonly string[], text: string) => {
    const done = tagsKind.parse(tags, {})
    const all = tagsKind.parse([...tags, text], {})
    const next = all.ok && all.value.length > 0 ? all.value : null
    setTyped({ tags: done.ok ? done.value : typed.tags, text: done.ok ? text : typed.text, of: all.ok ? next : value })
    if (all.ok) onChange(next)
    else onFault(all.fault)
  }
  return isStale ? { tags: listOf(value), text: '', write } : { ...typed, write }
}

function listOf(value: Json): readonly string[] {
  const parsed = tagsKind.parse(value, {})
  return parsed.ok ? parsed.value : []
}

function Labels(properties: CellProps) {
  const { Cell } = tagsView
  return (
    <span className={styles.wrapped}>
      <Cell {...properties} />
    </span>
  )
}

/** How tags stand on a record's page. */
export const tagsInput: FieldInput = { Input: TagsInput, Show: Labels }
