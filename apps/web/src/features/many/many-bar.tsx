/** What can be done with the chosen records, in a bar under them: only what this person may do. */
import type { BootAction, BootModel } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { useState } from 'react'
import { keyShortcut, keyText } from '../keys/key-text.ts'
import { EditManyDialog } from './edit-many-dialog.tsx'
import styles from './many.module.css'
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
}

/** The bar. */
export function ManyBar({ model, access, search, list, state }: ManyBarProps) {
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
