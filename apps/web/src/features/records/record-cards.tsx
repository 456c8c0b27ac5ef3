/** A list on a phone: one card a record, drawn only where one looks. */
import { type Marking, Searched } from '@haykal/fields/views'
import { isBlank, type Model, type ModelField, recordId } from '@haykal/model'
import { classNames } from '@haykal/ui/class-names.ts'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { Link } from '@tanstack/react-router'
import type { ModelView } from 'haykal/web'
import { Fragment, memo, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { besideCard, type CardLayout, cardLayoutOf } from './card-layout.ts'
import type { Choosing } from './choosing.ts'
import { hasPage } from './has-page.ts'
import type { ListedRecord } from './page-window.ts'
import styles from './record-cards.module.css'
import { cellKey, RecordCell } from './record-cell.tsx'
import { Untitled } from './untitled.tsx'
import { useListPlace } from './use-list-place.ts'
import type { RecordList } from './use-record-list.ts'
import { useRows } from './use-rows.ts'

const cardHeight = 67

/** The properties of the cards. */
export interface RecordCardsProps {
  readonly model: Model
  readonly view: ModelView | undefined
  readonly list: RecordList
  readonly label: string
  /** Called with the id of a record that a finger touches; undefined: none. */
  readonly onPoint: (id: string | undefined) => void
  /** The choice of records; undefined: there is nothing that one could do with them. */
  readonly choosing: Choosing | undefined
}

/** The cards. */
export function RecordCards({ model, view, list, label, onPoint, choosing }: RecordCardsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = useListPlace(list.question)
  const rows = useRows(list, { scroller, rowHeight: cardHeight, headHeight: 0, place })
  const { arrival } = list
  const bring = useRef(rows.bring)
  useEffect(() => {
    bring.current = rows.bring
  })
  useEffect(() => {
    if (arrival) bring.current(arrival.row)
  }, [arrival])
  const isChosen = (row: number) => {
    const listed = list.window.at(row)
    return listed !== undefined && choosing?.isChosen(recordId(model, listed.record)) === true
  }
  const layout = useMemo(() => cardLayoutOf(model), [model])
  return (
    <div ref={scroller} className={styles.scroller} aria-busy={list.isStale || list.isPending}>
      <ul aria-label={label} className={styles.cards} style={{ blockSize: rows.height }}>
        {rows.shown.map((row) => (
          <Card
            key={row % rows.places}
            place={row + 1}
            top={rows.top(row)}
            total={list.window.total}
            model={model}
            view={view}
            layout={layout}
            listed={list.window.at(row)}
            onPoint={onPoint}
            isChosen={choosing?.isOn ? isChosen(row) : undefined}
            onTick={choosing?.acts.toggle}
          />
        ))}
      </ul>
    </div>
  )
}

interface CardProps {
  readonly place: number
  /** Where it stands, in pixels from the top of the cards. */
  readonly top: number
  readonly total: number
  readonly model: Model
  readonly view: ModelView | undefined
  readonly layout: CardLayout
  readonly listed: ListedRecord | undefined
  readonly onPoint: (id: string | undefined) => void
  /** Whether it is chosen, while one chooses; undefined: one does not. */
  readonly isChosen: boolean | undefined
  /** Chooses it, or takes it out again; undefined: there is nothing that one could do with it. */
  readonly onTick: ((row: number) => void) | undefined
}

const Card = memo(function Card({ place, top, total, model, view, layout, listed, ...acts }: CardProps) {
  const marking = useContext(Searched)
  if (!listed) return <PlaceholderCard top={top} />
  // Where it was found has no place on the card: then that is what is said of it.
  const found = marking && besideCard(model, layout).find((field) => isMarked(marking, listed.record[field.name]))
  const semantics = { 'aria-posinset': place, 'aria-setsize': total }
  const isNameless = isBlank(String(listed.record[layout.name.name] ?? ''))
  const cell = (field: ModelField) => (
    <RecordCell key={cellKey(model, { field, listed, view })} field={field} listed={listed} view={view} />
  )
  return (
    <li {...semantics} className={styles.card} style={{ insetBlockStart: top }}>
      <CardLink {...acts} place={place} model={model} listed={listed}>
        <span className={styles.name}>{isNameless ? <Untitled /> : cell(layout.name)}</span>
        <span className={styles.amount}>{layout.amount && cell(layout.amount)}</span>
        <span className={styles.rest}>
          {(found ? [found] : layout.rest).map((field, index) => (
            <Fragment key={field.name}>
              {index > 0 && <span aria-hidden="true">·</span>}
              {cell(field)}
            </Fragment>
          ))}
        </span>
        <span className={styles.state}>{layout.state && cell(layout.state)}</span>
      </CardLink>
    </li>
  )
})

/** Whether a search has something to mark in a value. */
function isMarked(marking: Marking, value: unknown): boolean {
  if (typeof value !== 'string') return false
  const parts = marking(value)
  return Array.isArray(parts) && parts.some((part) => typeof part !== 'string')
}

interface CardLinkProps extends Pick<CardProps, 'place' | 'model' | 'onPoint' | 'isChosen' | 'onTick'> {
  readonly listed: ListedRecord
  readonly children: ReactNode
}

/** Leads to the record, or while one chooses, chooses it. Without a key, it cannot be told from the others, and so has no page. */
function CardLink({ place, model, listed, onPoint, isChosen, onTick, children }: CardLinkProps) {
  if (!hasPage(model)) return <div className={styles.link}>{children}</div>
  if (isChosen !== undefined) {
    return (
      <label className={classNames(styles.link, styles.choosing)}>
        <input type="checkbox" checked={isChosen} onChange={() => onTick?.(place - 1)} />
        {children}
      </label>
    )
  }
  const id = recordId(model, listed.record)
  return (
    <Link
      to="/$model/$id"
      params={{ model: model.name, id }}
      className={styles.link}
      preload={false}
      onPointerDown={() => onPoint(id)}
    >
      {children}
    </Link>
  )
}

function PlaceholderCard({ top }: Pick<CardProps, 'top'>) {
  return (
    <li className={styles.card} style={{ insetBlockStart: top }} aria-hidden="true">
      <div className={styles.link}>
        <span className={styles.name}>
          <Skeleton width="55%" />
        </span>
        <span className={styles.amount}>
          <Skeleton width="64px" />
        </span>
        <span className={styles.rest}>
          <Skeleton width="40%" />
        </span>
      </div>
    </li>
  )
}
