/** Picks what a condition is about: a field, one behind relations, or the records that point back; found by its name, or step by step. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { type KeyboardEvent, useState } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import styles from './filters.module.css'
import { findOffered, type Offered, type OfferedField, offeredChildren, offeredFields } from './offered-paths.ts'
import { questionsOf } from './operators.ts'

/** The properties of the picker. */
export interface FieldPickerProps {
  readonly model: Model
  /** What several conditions stand in cannot be asked here; absent: it can. */
  readonly hasChildren?: boolean
  readonly onPick: (picked: Offered) => void
}

/** The picker. */
export function FieldPicker({ model, hasChildren = true, onPick }: FieldPickerProps) {
  const { t, language } = useLocale()
  const models = useModels()
  const [text, setText] = useState('')
  const [way, setWay] = useState<readonly OfferedField[]>([])
  const ground = { models, language }
  const last = way.at(-1)
  const isSearching = text.trim() !== ''
  const path = last ? [last.path] : []
  const at = last?.inside ?? model
  const offered: readonly Offered[] = isSearching
    ? findOffered(model, ground, text)
    : [...offeredFields(at, ground, last?.path.split('.')), ...offeredChildren(at, ground, path)]
  const shown = offered.filter(({ type }) => hasChildren || type === 'field')
  const fields = shown.filter((each) => each.type === 'field')
  const children = shown.filter((each) => each.type === 'children')
  const withWay = (picked: Offered): Offered =>
    isSearching ? picked : { ...picked, label: [...way.map(({ label }) => label), picked.label].join(' › ') }
  const pick = (picked: Offered) => onPick(withWay(picked))
  const enter = (into: OfferedField) => {
    setText('')
    setWay(isSearching ? [into] : [...way, into])
  }
  return (
    <div onKeyDown={moveFocus}>
      <div className={styles.find}>
        <TextInput
          // Another one stands at each step, so that the focus comes back to it.
          key={path.join()}
          type="search"
          autoFocus
          value={text}
          placeholder={t('filter.find')}
          aria-label={t('filter.find')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const [first] = shown
            if (event.key === 'Enter' && isSearching && first) {
              event.preventDefault()
              pick(first)
            }
          }}
        />
      </div>
      {last && !isSearching && (
        <button type="button" className={styles.wayBack} data-item="" onClick={() => setWay(way.slice(0, -1))}>
          <Icon name="back" />
          <span className="visually-hidden">{t('builder.back')}</span>
          <bdi>{way.map(({ label }) => label).join(' › ')}</bdi>
        </button>
      )}
      <ul className={styles.fields} aria-label={last ? labelIn(at.plural, language) : t('filter.title')}>
        {fields.map((each) => (
          <li key={each.path} className={styles.offered}>
            {questionsOf(each.field).length > 0 && (
              <button type="button" className={styles.item} data-item="" onClick={() => pick(each)}>
                <bdi>{each.label}</bdi>
              </button>
            )}
            {each.inside && (
              <IconButton
                icon="chevron"
                variant="quiet"
                className={styles.inside}
                label={t('builder.inside', { name: each.label })}
                onClick={() => enter(each)}
              />
            )}
          </li>
        ))}
      </ul>
      {children.length > 0 && (
        <>
          <p className={styles.heading}>{t('builder.pointing')}</p>
          <ul className={styles.fields} aria-label={t('builder.pointing')}>
            {children.map((each) => (
              <li key={each.path}>
                <button type="button" className={styles.item} data-item="" onClick={() => pick(each)}>
                  <Icon name="list" />
                  <bdi>{each.label}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.length === 0 && (
        <p className={styles.none}>
          <Icon name="search" /> {t('filter.noField', { text })}
        </p>
      )}
    </div>
  )
}

/** Arrows lead from one to the next, and into what a relation points to and out of it. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-item]')]
  const here = stops.findIndex(
    (stop) => stop === document.activeElement || stop.parentElement?.contains(document.activeElement),
  )
  event.preventDefault()
  stops[Math.max(0, Math.min(stops.length - 1, here + step))]?.focus()
}
