/** The head of a list: what it is, how many there are, the search box, and the button for a new one. */

import type { View } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useBoot, useModel } from '../boot/use-boot.ts'
import { keyShortcut } from '../keys/key-text.ts'
import { adoptionPath, listPath, viewFavourite } from '../shell/navigation.ts'
import { useFavourites } from '../shell/use-favourites.ts'
import styles from './list-screen.module.css'
import type { ListSearch } from './list-search.ts'
import { SearchBox } from './search-box.tsx'
import type { RecordList } from './use-record-list.ts'

/** The properties of the head. */
export interface ListHeadProps {
  readonly model: Model
  /** The view that the list is; undefined: none. */
  readonly savedView: View | undefined
  readonly search: ListSearch
  readonly list: RecordList
  readonly canCreate: boolean
  readonly onChange: (search: ListSearch, options?: { readonly replace?: boolean }) => void
  readonly onCreate: () => void
  /** Begins to choose records, where that does not show by itself; undefined: it does, or nothing can be done with them. */
  readonly onChoose: (() => void) | undefined
}

/** The head. */
export function ListHead({ model, savedView, search, list, canCreate, onChange, onCreate, onChoose }: ListHeadProps) {
  const { t, language } = useLocale()
  const searchFor = (q: string) => {
    const { q: before, ...rest } = search
    // What is typed letter by letter is one step back, not one a letter.
    onChange(q === '' ? rest : { ...rest, q }, { replace: before !== undefined })
  }
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <h1 className={styles.title}>
          <bdi>{labelIn(model.plural, language)}</bdi>
        </h1>
        <Star model={model} view={savedView} />
        <Count list={list} />
      </div>
      {model.fields.some((field) => field.isSearchable) && (
        <SearchBox
          text={search.q ?? ''}
          label={t('list.search', { models: inSentence(labelIn(model.plural, language)) })}
          onSearch={searchFor}
        />
      )}
      {canCreate && (
        <Button variant="primary" icon="plus" onClick={onCreate} aria-keyshortcuts={keyShortcut('create')}>
          {t('list.new', { model: inSentence(labelIn(model.label, language)) })}
        </Button>
      )}
      <MoreMenu model={model} onChoose={onChoose} />
    </header>
  )
}

/** Marks the list, or the view that it is, as a favourite. */
function Star({ model, view }: { readonly model: Model; readonly view: View | undefined }) {
  const { language } = useLocale()
  const { isFavourite, textOf, toggle } = useFavourites()
  const name = view ? viewFavourite(view.id) : model.name
  return (
    <IconButton
      icon="star"
      className={isFavourite(name) ? styles.marked : styles.star}
      label={textOf(name, view?.name ?? labelIn(model.plural, language))}
      onClick={() => toggle(name)}
    />
  )
}

/** What else can be done about the list as a whole. */
function MoreMenu({ model, onChoose }: Pick<ListHeadProps, 'model' | 'onChoose'>) {
  const { t } = useLocale()
  const navigate = useNavigate()
  const { canCorrect } = useBoot()
  const hasTrash = useModel(model.name)?.access.hasHistory
  const goTo = (href: string) => () => void navigate({ href })
  const trash = {
    key: 'trash',
    icon: 'trash',
    text: t('list.trash'),
    onSelect: goTo(`${listPath(model.name)}/-/trash`),
  }
  const correct = { key: 'correct', icon: 'edit', text: t('list.correct'), onSelect: goTo(adoptionPath(model.name)) }
  const choose = onChoose && { key: 'choose', icon: 'check', text: t('list.choose'), onSelect: onChoose }
  const items = [...(choose ? [choose] : []), ...(hasTrash ? [trash] : []), ...(canCorrect ? [correct] : [])]
  if (items.length === 0) return null
  return (
    <Menu
      label={t('list.more')}
      placement="belowEnd"
      sections={[{ key: 'list', items }]}
      trigger={(trigger) => <IconButton {...trigger} icon="more" label={t('list.more')} />}
    />
  )
}

/** A name as it stands inside a sentence: `Order` → `order`; `URL` and `McKenzie` stay. */
export function inSentence(name: string): string {
  return /^\p{Lu}[\p{Ll}\s]*$/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function Count({ list: { count, isPending } }: { readonly list: RecordList }) {
  const { t, format } = useLocale()
  if (!count || isPending) return null
  const number = format.number(count.value)
  return (
    <span className={styles.count}>
      {count.kind === 'bounded' ? t('list.countOver', { count: count.value }) : number}
    </span>
  )
}
