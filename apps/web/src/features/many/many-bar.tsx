/** What can be done with the chosen records, in a bar under them: only what this person may do. */
import type { BootAction, BootModel } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, recordId } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import type { ScreenPoint } from '@haykal/ui/menu/context-menu.tsx'
import { useState } from 'react'
import { keyShortcut, keyText } from '../keys/key-text.ts'
import { CellMenu } from '../records/cell-menu/cell-menu.tsx'
import type { ListedRecord } from '../records/page-window.ts'
import { EditManyDialog } from './edit-many-dialog.tsx'
import styles from './many.module.css'
import type { ManyProps } from './many.tsx'
import type { ManyTarget } from './many-target.ts'
import { RemoveManyDialog } from './remove-many-dialog.tsx'
import { RunActionDialog } from './run-action-dialog.tsx'
import type { ChosenFrom, ChosenState } from './use-chosen.ts'

/** On how many records an action can be run at once. */
const mostActedOn = 1_000

/** The properties of the bar. */
export interface ManyBarProps extends ChosenFrom {
  readonly access: BootModel
  readonly state: ChosenState
  readonly onFilter: ManyProps['onFilter']
}

/** The bar. */
export function ManyBar({ model, access, search, list, state, onFilter }: ManyBarProps) {
  const { t, language } = useLocale()
  const [open, setOpen] = useState<'edit' | 'remove' | BootAction>()
  const { chosen, count, acts } = state
  const target: ManyTarget = { model, search, chosen }
  const isNone = count === 0
  const isOver = chosen.isAll && list.count?.kind === 'bounded'
  const actions = isOver || count > mostActedOn ? [] : (access.actions ?? [])
  const close = () => setOpen(undefined)
  const dialog = {
    target,
    onClose: close,
    onDone: () => {
      close()
      acts.clear()
    },
  }
  return (
    <section className={styles.bar} aria-label={t('many.bar')}>
      <p className={styles.count}>{isOver ? t('many.allChosen') : t('many.chosen', { count })}</p>
      <AllButton search={search} list={list} state={state} />
      <div className={styles.acts}>
        {access.can.edit && (
          <Button icon="edit" disabled={isNone} onClick={() => setOpen('edit')}>
            {t('many.edit')}
          </Button>
        )}
        {actions.map((action) => (
          <Button key={action.name} icon={action.icon ?? 'bolt'} disabled={isNone} onClick={() => setOpen(action)}>
            <bdi>{labelIn(action.label, language)}</bdi>
          </Button>
        ))}
        {access.can.remove && (
          <Button icon="trash" disabled={isNone} onClick={() => setOpen('remove')}>
            {t('many.remove')}
          </Button>
        )}
        <FilterByRecord {...{ model, search, list, state, onFilter }} />
      </div>
      <IconButton
        icon="close"
        label={t('many.clear')}
        cap={keyText('close')}
        aria-keyshortcuts={keyShortcut('close')}
        onClick={acts.clear}
      />
      {open === 'edit' && <EditManyDialog {...dialog} access={access} />}
      {open === 'remove' && <RemoveManyDialog {...dialog} />}
      {typeof open === 'object' && <RunActionDialog {...dialog} action={open} />}
    </section>
  )
}

/** Makes a filter of the one record that is chosen: on a phone, where nobody points at a cell, the way to its menu. */
function FilterByRecord({ model, search, list, state: { chosen }, onFilter }: Omit<ManyBarProps, 'access'>) {
  const { t } = useLocale()
  const [asked, setAsked] = useState<{ readonly at: ScreenPoint; readonly listed: ListedRecord }>()
  const [id, ...others] = chosen.records.keys()
  if (chosen.isAll || id === undefined || others.length > 0) return null
  return (
    <>
      <Button
        icon="filter"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const { x, y } = currentTarget.getBoundingClientRect()
          const listed = listedNamed(id, model, list)
          if (listed) setAsked({ at: { x, y }, listed })
        }}
      >
        {t('cellMenu.filter')}
      </Button>
      {asked && (
        <CellMenu
          {...{ model, search }}
          listed={asked.listed}
          spot={{ row: 0, field: undefined, at: asked.at }}
          onChange={onFilter}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

function listedNamed(id: string, model: Model, { window }: ManyBarProps['list']): ListedRecord | undefined {
  for (let row = 0; row < window.total; row += 1) {
    const listed = window.at(row)
    if (listed && recordId(model, listed.record) === id) return listed
  }
  return undefined
}

/** Goes from those on the screen to all that the list finds. */
function AllButton({ search, list, state: { chosen, count, acts } }: Pick<ManyBarProps, 'search' | 'list' | 'state'>) {
  const { t } = useLocale()
  const found = list.count
  if (!found || (chosen.isAll && chosen.records.size === 0) || count >= found.value) return null
  const isAsked = search.q !== undefined || search.filter !== undefined
  const texts = { count: found.value }
  return (
    <Button variant="quiet" onClick={acts.all}>
      {found.kind === 'bounded' ? t('many.allOver') : t(isAsked ? 'many.allMatching' : 'many.all', texts)}
    </Button>
  )
}
