/** The children of one relation as rows that can be filled in, added and marked for removal. */
import type { Titles } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, isSettable, labelIn, type ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useClient } from 'haykal/web'
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { keyText } from '../keys/key-text.ts'
import { isApple } from '../keys/pressed-key.ts'
import { lookOf, tracksOf } from '../records/column-look.ts'
import { inSentence } from '../records/list-head.tsx'
import { filteredPath } from '../records/pointer.ts'
import { type EditableChildren, rowFields } from './child-groups.ts'
import { ChildRowLine } from './child-row-line.tsx'
import { childRowOptions, parentValue } from './child-row-options.ts'
import styles from './child-rows.module.css'
import type { ChildRows } from './use-child-rows.ts'
import { useComputed } from './use-computed.ts'

/** The properties of the section. */
export interface ChildRowSectionProps {
  /** Its number among the groups of the form. */
  readonly index: number
  readonly kids: EditableChildren
  readonly rows: ChildRows
  /** The stored parent; undefined: it is still to be made. */
  readonly parent: AnyRecord | undefined
  readonly title: string
  readonly isDisabled: boolean
}

/** The section. */
export function ChildRowSection({ index, kids, rows: all, parent, title, isDisabled }: ChildRowSectionProps) {
  const { t, language } = useLocale()
  const { model, access } = kids
  const { load, add } = all.acts
  const rows = all.groups[index]?.rows
  const stored = useQuery({ ...childRowOptions(useClient(), kids, parent ?? {}), enabled: parent !== undefined })
  useEffect(() => {
    if (stored.data && rows === undefined) load(index, stored.data)
  }, [stored.data, rows, load, index])
  const fields = useMemo(() => rowFields(kids), [kids])
  const compute = useComputed(model)
  const section = useFocusOnNew(rows?.length)
  const canAdd = access.can.create && rows !== undefined && !isDisabled
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(isApple ? event.metaKey : event.ctrlKey) || !canAdd) return
    event.preventDefault()
    add(index)
  }
  const layout = { '--tracks': tracksOf(fields.map((field) => lookOf(model, field))).tracks } as CSSProperties
  return (
    <section ref={section} className={styles.section} aria-label={title} style={layout} onKeyDown={onKeyDown}>
      <h2 className={styles.title}>
        <bdi>{title}</bdi>
      </h2>
      {stored.isError && (
        <p role="alert" className={styles.problem}>
          {t('record.childrenError')}{' '}
          <Button icon="refresh" onClick={() => void stored.refetch()}>
            {t('app.retry')}
          </Button>
        </p>
      )}
      {rows === undefined && !stored.isError && <Skeleton width="60%" />}
      {rows?.length === 0 && <p className={styles.none}>{t('children.none')}</p>}
      {rows && rows.length > 0 && (
        <>
          <Heads kids={kids} fields={fields} />
          <ol>
            {rows.map((row, place) => (
              <ChildRowLine
                key={row.key}
                group={index}
                row={row}
                name={t('children.row', { model: labelIn(model.label, language), number: place + 1 })}
                fields={fields}
                titles={stored.data?.meta.titles ?? noTitles}
                acts={all.acts}
                compute={compute}
                isDisabled={isDisabled}
              />
            ))}
          </ol>
        </>
      )}
      {access.can.create && (
        <Button
          variant="quiet"
          icon="plus"
          className={styles.add}
          disabled={!canAdd}
          cap={rows && rows.length > 0 ? addKey : undefined}
          aria-keyshortcuts={isApple ? 'Meta+Enter' : 'Control+Enter'}
          onClick={() => add(index)}
        >
          {t('children.add', { model: inSentence(labelIn(model.label, language)) })}
        </Button>
      )}
      {stored.data && stored.data.meta.next !== null && parent && (
        <p className={styles.none}>
          <Link to={filteredPath({ target: model, where: { [kids.field.name]: parentValue(kids, parent) } })}>
            {t('children.firstOnly', { count: stored.data.data.length })}
          </Link>
        </p>
      )}
    </section>
  )
}

const noTitles: Titles = {}
/** On the caps of the same look as those of other keys. */
const addKey = `${keyText('save').slice(0, -1)}↵`

/** The names of the columns, for those who see the rows beside each other; each input has its own name as well. */
function Heads({
  kids: { model },
  fields,
}: {
  readonly kids: EditableChildren
  readonly fields: readonly ModelField[]
}) {
  const { language } = useLocale()
  return (
    <div className={styles.heads} aria-hidden="true">
      {fields.map((field) => (
        // What is filled in begins at the start of its input; what is only shown is compared by its digits.
        <span key={field.name} data-align={isSettable(field, 'create') ? 'start' : lookOf(model, field).align}>
          <bdi>{labelIn(field.label, language)}</bdi>
        </span>
      ))}
    </div>
  )
}

/** A row that was added has the focus in its first input; when one goes, the button for another one has it. */
function useFocusOnNew(count: number | undefined) {
  const section = useRef<HTMLElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const was = before.current
    before.current = count
    if (was === undefined || count === undefined || was === count) return
    const last = section.current?.querySelector('li:last-of-type')
    const first = last?.querySelector<HTMLElement>('input:not([disabled]), select, textarea, button')
    if (count > was) first?.focus()
    else section.current?.querySelector<HTMLElement>('[aria-keyshortcuts]')?.focus()
  }, [count])
  return section
}
