/** The search box of a list: asks shortly after the last letter, at once on Enter. */
import { useLocale } from '@haykal/messages/react'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { KeyCap } from '@haykal/ui/key-cap/key-cap.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { keyShortcut, keyText } from '../keys/key-text.ts'
import { useKeys } from '../keys/use-keys.ts'
import styles from './list-screen.module.css'

const pauseMs = 180

/** The properties of the box. */
export interface SearchBoxProps {
  /** What is searched for now, as the address says. */
  readonly text: string
  readonly label: string
  readonly onSearch: (text: string) => void
}

/** The box. */
export function SearchBox({ text, label, onSearch }: SearchBoxProps) {
  const { t } = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const { typed, type, flush } = useTyped(text, onSearch)
  useKeys({ search: () => input.current?.focus() })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') flush(typed)
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (typed === '') input.current?.blur()
    else flush('')
  }

  return (
    <search className={styles.search}>
      <Icon name="search" />
      <TextInput
        ref={input}
        type="search"
        value={typed}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={keyShortcut('search')}
        enterKeyHint="search"
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {typed === '' ? (
        <KeyCap>{keyText('search')}</KeyCap>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('app.clear')}
          onClick={() => {
            flush('')
            input.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  )
}

/** What stands in the box: ahead of the address while one types, after it when one goes back. */
function useTyped(text: string, onSearch: (text: string) => void) {
  const [typed, setTyped] = useState(text)
  const [seen, setSeen] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(text)
  if (seen !== text) {
    setSeen(text)
    // Not our own answer coming back: someone went back, or cleared everything.
    if (text !== sent.current) setTyped(text)
  }
  useEffect(() => {
    sent.current = text
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])

  const flush = (next: string) => {
    clearTimeout(timer.current)
    setTyped(next)
    const wanted = next.trim()
    if (wanted === sent.current) return
    sent.current = wanted
    onSearch(wanted)
  }
  const type = (next: string) => {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const wanted = next.trim()
      if (wanted === sent.current) return
      sent.current = wanted
      onSearch(wanted)
    }, pauseMs)
  }
  return { typed, type, flush }
}
