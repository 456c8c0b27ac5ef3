/** Chooses the columns of a list: which, in which order, how wide, at which edge; and how close its rows are. By hand or by keys. */
import { densities, type ViewColumn, type ViewList } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { useState } from 'react'
import { Segments } from '../../settings/segments.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { chosenColumns, keptColumns, movedColumn, toggledColumn } from './chosen-columns.ts'
import { ColumnRow } from './column-row.tsx'
import type { ListAt } from './list-at.ts'
import type { ListState } from './list-state.ts'
import { useDraggedRow } from './use-dragged-row.ts'
import styles from './view-acts.module.css'

/** The properties of the panel. */
export interface ColumnsPanelProps {
  readonly model: Model
  readonly list: ListAt
  readonly onChange: (state: ListState) => void
}

/** The panel. Every change is shown at once. */
export function ColumnsPanel({ model, list: { state, view }, onChange }: ColumnsPanelProps) {
  const { t, language } = useLocale()
  const isPhone = useIsPhone()
  const { columns, set, drop } = useColumnChoice(model, state, onChange)
  const nameOf = (field: string) => labelIn(model.field(field)?.label ?? field, language)
  const drag = useColumnDrag({ columns, set, drop, nameOf })
  const others = model.fields.filter(({ name, isHidden }) => !isHidden && !columns.some(({ field }) => field === name))
  const saved = chosenColumns(model, view?.list.columns)
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        {t('viewActs.columns')}
        {JSON.stringify(columns) !== JSON.stringify(saved) && (
          <Button variant="quiet" onClick={() => set(saved)}>
            {t('viewActs.reset')}
          </Button>
        )}
      </div>
      <ul className={styles.columns} aria-label={t('viewActs.shownColumns')}>
        {columns.map((column) => (
          <ColumnRow
            key={column.field}
            column={column}
            columns={columns}
            name={nameOf(column.field)}
            drag={drag}
            isSized={!isPhone}
            onChange={set}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <div className={styles.rest}>{t('viewActs.otherColumns')}</div>
          <ul className={styles.columns} aria-label={t('viewActs.otherColumns')}>
            {others.map(({ name }) => (
              <li key={name} className={styles.column}>
                <Checkbox checked={false} onChange={() => set(toggledColumn(columns, name))}>
                  <bdi>{nameOf(name)}</bdi>
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isPhone && <DensityChoice state={state} onChange={onChange} />}
    </div>
  )
}

/** The columns as one has them in hand, and how they become those of the list. */
function useColumnChoice(model: Model, state: ListState, onChange: (state: ListState) => void) {
  const [wanted, setWanted] = useState<readonly ViewColumn[]>()
  const [answered, setAnswered] = useState(state.columns)
  // What the address says by now is what was wanted.
  if (answered !== state.columns) {
    setAnswered(state.columns)
    setWanted(undefined)
  }
  const columns = wanted ?? chosenColumns(model, state.columns)
  const put = (next: readonly ViewColumn[]) => {
    const { columns: _, ...rest } = state
    const kept = keptColumns(model, next)
    onChange({ ...rest, ...(kept && { columns: kept }) })
  }
  return {
    columns,
    /** `isHeld`: only here, as long as one still drags. */
    set: (next: readonly ViewColumn[], isHeld = false) => {
      setWanted(next)
      if (!isHeld) put(next)
    },
    drop: () => put(columns),
  }
}

interface DragParts extends ReturnType<typeof useColumnChoice> {
  readonly nameOf: (field: string) => string
}

function useColumnDrag({ columns, set, drop, nameOf }: DragParts) {
  const { t } = useLocale()
  const announce = useAnnounce()
  return useDraggedRow({
    keys: columns.map(({ field }) => field),
    onMove: (from, to, isHeld) => {
      const column = columns[from]
      if (!column) return
      const next = movedColumn(columns, from, to)
      set(next, isHeld)
      announce(
        t('viewActs.moved', { field: nameOf(column.field), place: next.indexOf(column) + 1, count: next.length }),
      )
    },
    onDrop: drop,
  })
}

interface DensityChoiceProps {
  readonly state: ListState
  readonly onChange: (state: ListState) => void
}

function DensityChoice({ state, onChange }: DensityChoiceProps) {
  const { t } = useLocale()
  const texts = { comfortable: t('settings.densityComfortable'), compact: t('settings.densityCompact') }
  const set = (density: NonNullable<ViewList['density']> | 'own') => {
    const { density: _, ...rest } = state
    onChange(density === 'own' ? rest : { ...rest, density })
  }
  return (
    <div className={styles.density}>
      <FieldFrame group label={t('viewActs.density')}>
        {({ id }) => (
          <Segments
            id={id}
            value={state.density ?? 'own'}
            segments={[
              { value: 'own', text: t('viewActs.densityOwn') },
              ...densities.map((value) => ({ value, text: texts[value] })),
            ]}
            onChange={set}
          />
        )}
      </FieldFrame>
    </div>
  )
}
