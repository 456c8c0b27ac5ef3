/** The lists of an adopted database: what each was taken for and what there is to know of it, with the buttons that move it. */
import { useLocale } from '@haykal/messages/react'
import { labelFromName, labelIn, type ModelDefinition } from '@haykal/model'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { Link } from 'haykal/web'
import { useLayoutEffect, useRef, useState } from 'react'
import { adoptionPath } from '../shell/navigation.ts'
import styles from './adoption.module.css'
import type { AdoptedEntry } from './adoption-summary.ts'
import { Doubts } from './doubts.tsx'
import { objectWord } from './object-word.ts'
import type { Arranging } from './use-arrange.ts'

/** The properties of the list. */
export interface EntryListProps {
  readonly entries: readonly AdoptedEntry[]
  /** The name of the model that is corrected. */
  readonly chosen: string | undefined
  /** Undefined while only some of the lists are shown, where a move would not say where to. */
  readonly onMove: Arranging['move'] | undefined
}

/** The id of the link to a model, which takes the focus back when its correction is closed. */
export function entryId(name: string): string {
  return `adopted ${name}`
}

/** The list. */
export function EntryList({ entries, chosen, onMove }: EntryListProps) {
  const { t, language } = useLocale()
  const list = useRef<HTMLOListElement>(null)
  const pressed = useRef<HTMLButtonElement>(undefined)
  const [told, setTold] = useState('')
  // A row that moves in the document loses the focus on the way.
  useLayoutEffect(() => {
    if (pressed.current && list.current?.contains(pressed.current)) pressed.current.focus()
    pressed.current = undefined
  })
  const move = (entry: AdoptedEntry, by: number, button: HTMLButtonElement) => {
    const { name } = entry.definition
    const order = onMove?.(name, by) ?? []
    pressed.current = button
    const place = order.indexOf(name) + 1
    setTold(t('adoption.moved', { name: pluralOf(entry.definition, language), place, count: order.length }))
  }
  return (
    <>
      <ol ref={list} className={styles.entries}>
        {entries.map((entry, index) => {
          const { definition, doubts } = entry
          const name = pluralOf(definition, language)
          const isHidden = definition.hidden === true
          return (
            <li key={definition.name} className={classNames(styles.entry, definition.name === chosen && styles.chosen)}>
              <Icon name={definition.icon ?? 'table'} className={styles.icon} />
              <div className={styles.words}>
                <div className={styles.about}>
                  <p className={styles.line}>
                    <Link
                      id={entryId(definition.name)}
                      to={adoptionPath(definition.name)}
                      className={classNames(styles.name, isHidden && styles.faint)}
                      aria-label={t('adoption.open', { name })}
                      aria-current={definition.name === chosen ? 'true' : undefined}
                    >
                      <bdi>{name}</bdi>
                    </Link>
                    {isHidden && <Tag>{t('adoption.hidden')}</Tag>}
                    {Object.keys(entry.model.correction).length > 0 && <Tag tone="info">{t('adoption.corrected')}</Tag>}
                  </p>
                  <Facts entry={entry} />
                </div>
                <Doubts doubts={doubts} />
              </div>
              {onMove && (
                <div className={styles.moves}>
                  <IconButton
                    icon="up"
                    label={t('adoption.moveUp', { name })}
                    aria-disabled={index === 0}
                    onClick={(event) => move(entry, -1, event.currentTarget)}
                  />
                  <IconButton
                    icon="down"
                    label={t('adoption.moveDown', { name })}
                    aria-disabled={index === entries.length - 1}
                    onClick={(event) => move(entry, 1, event.currentTarget)}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </>
  )
}

function Facts({ entry: { definition, object } }: { readonly entry: AdoptedEntry }) {
  const { t, language } = useLocale()
  const { title, fields } = definition
  const titleField = title === undefined || !Object.hasOwn(fields, title) ? undefined : fields[title]
  const called = title && titleField && labelIn(titleField.label ?? labelFromName(title), language)
  return (
    <p className={styles.facts}>
      <span>
        <bdi>{object?.name ?? definition.name}</bdi>
      </span>
      <span>{t(objectWord(object?.type ?? 'table'))}</span>
      <span>{t('adoption.fields', { count: Object.keys(fields).length })}</span>
      <span>{called ? t('adoption.calledBy', { field: called }) : t('adoption.noTitle')}</span>
    </p>
  )
}

function pluralOf(definition: ModelDefinition, language: string): string {
  return labelIn(definition.plural ?? definition.label ?? labelFromName(definition.name), language)
}
