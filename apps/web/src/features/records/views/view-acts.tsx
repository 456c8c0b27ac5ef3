/** What can be done with the view that a list is: save what was changed, or put it back; name it, share it, move it, remove it. */
import { plainView } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Menu, type MenuItem, type MenuSection } from '@haykal/ui/menu/menu.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useState } from 'react'
import { useIsPhone } from '../use-is-phone.ts'
import { ColumnsButton } from './columns-button.tsx'
import type { ListAt } from './list-at.ts'
import { type ListState, listOf } from './list-state.ts'
import { ShareDialog } from './share-dialog.tsx'
import { useViewActs, type ViewActsOf } from './use-view-acts.ts'
import styles from './view-acts.module.css'
import { ViewNameDialog } from './view-name-dialog.tsx'
import { startViewOf } from './views-of.ts'

/** The properties of the acts. */
export interface ViewActsProps {
  readonly model: Model
  readonly list: ListAt
  readonly onChange: (state: ListState, options?: { readonly replace?: boolean }) => void
}

type Asking = 'create' | 'rename' | 'share'

/** The buttons behind the tabs, and the dialogs that they open. */
export function ViewActs({ model, list, onChange }: ViewActsProps) {
  const { t } = useLocale()
  const isPhone = useIsPhone()
  const [asking, setAsking] = useState<Asking>()
  const { view, state, isChanged, views } = list
  const acts = useViewActs(model, list)
  const close = () => setAsking(undefined)
  const reset = () => onChange({ ...(state.q !== undefined && { q: state.q }), ...view?.list })
  const save = () => {
    if (!view) return
    acts.edit.mutate(
      { view, values: { list: listOf(state) } },
      {
        onSuccess: (reply) => {
          void acts.open(view.id)
          showToast({ text: t('viewActs.saved', { view: reply.view.name }) })
        },
        onError: acts.fail,
      },
    )
  }
  return (
    <div className={styles.acts}>
      <IconButton icon="plus" label={t('viewActs.saveAs')} onClick={() => setAsking('create')} />
      {(view || views.all.length > 0) && (
        <Menu
          label={t('viewActs.menu')}
          sections={sectionsOf({ t, list, acts, ask: setAsking })}
          trigger={(trigger) => <IconButton {...trigger} icon="more" label={t('viewActs.menu')} />}
        />
      )}
      <span className={styles.grow} />
      {isChanged && view && (
        <>
          <span className={styles.said} role="status">
            {isPhone ? t('viewActs.changedShort') : t('viewActs.changed')}
          </span>
          {isPhone ? (
            <IconButton icon="undo" label={t('viewActs.reset')} onClick={reset} />
          ) : (
            <Button variant="quiet" icon="undo" onClick={reset}>
              {t('viewActs.reset')}
            </Button>
          )}
          {view.canChange ? (
            <Button onClick={save} disabled={acts.edit.isPending}>
              {t('viewActs.save')}
            </Button>
          ) : (
            <Button onClick={() => setAsking('create')}>{t('viewActs.saveAs')}</Button>
          )}
        </>
      )}
      {isChanged && !view && (
        <Button variant="quiet" onClick={() => setAsking('create')}>
          {t('viewActs.saveAs')}
        </Button>
      )}
      <ColumnsButton model={model} list={list} onChange={onChange} />
      {asking === 'create' && (
        <ViewNameDialog
          title={t('viewActs.saveAs')}
          confirm={t('viewActs.save')}
          onName={async (name) => void (await acts.create.mutateAsync(name))}
          onClose={close}
        />
      )}
      {asking === 'rename' && view && (
        <ViewNameDialog
          title={t('viewActs.renameTitle', { view: view.name })}
          name={view.name}
          confirm={t('viewActs.rename')}
          onName={async (name) => void (await acts.edit.mutateAsync({ view, values: { name } }))}
          onClose={close}
        />
      )}
      {asking === 'share' && view && <ShareDialog model={model} view={view} acts={acts} onClose={close} />}
    </div>
  )
}

interface MenuParts {
  readonly t: ReturnType<typeof useLocale>['t']
  readonly list: ListAt
  readonly acts: ViewActsOf
  readonly ask: (asking: Asking) => void
}

function sectionsOf({ t, list: { view, views }, acts, ask }: MenuParts): readonly MenuSection[] {
  const start = startViewOf(views)
  const begins = start?.id === view?.id
  const own = view?.canChange === true
  const order = views.all.map(({ id }) => id)
  const place = view ? order.indexOf(view.id) : -1
  const move = (by: number) => () => acts.arrange.mutate({ order: moved(order, place, place + by) })
  const rename = { key: 'rename', icon: 'edit', text: t('viewActs.rename'), onSelect: () => ask('rename') }
  const share = { key: 'share', icon: 'people', text: t('viewActs.share'), onSelect: () => ask('share') }
  const earlier = { key: 'earlier', icon: 'up', text: t('viewActs.earlier'), onSelect: move(-1) }
  const later = { key: 'later', icon: 'down', text: t('viewActs.later'), onSelect: move(1) }
  const remove: MenuItem = {
    key: 'remove',
    icon: 'trash',
    text: t('viewActs.remove'),
    danger: true,
    onSelect: () => view && acts.remove.mutate(view),
  }
  const sections: readonly MenuSection[] = [
    {
      key: 'change',
      items: own ? [rename, share] : [],
    },
    {
      key: 'arrange',
      items: [
        {
          key: 'start',
          icon: 'home',
          text: t('viewActs.start'),
          checked: begins,
          onSelect: () => acts.arrange.mutate({ start: begins && views.start ? null : (view?.id ?? plainView) }),
        },
        ...(place > 0 ? [earlier] : []),
        ...(view && place < order.length - 1 ? [later] : []),
      ],
    },
    {
      key: 'remove',
      items: own ? [remove] : [],
    },
  ]
  return sections.filter(({ items }) => items.length > 0)
}

function moved(order: readonly string[], from: number, to: number): readonly string[] {
  const next = [...order]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
