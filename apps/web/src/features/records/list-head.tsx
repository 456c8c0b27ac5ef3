/** The head of a list: what it is, how many there are, the search box, and the button for a new one. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useBoot, useModel } from '../boot/use-boot.ts'
import { keyShortcut } from '../keys/key-text.ts'
import { adoptionPath, listPath } from '../shell/navigation.ts'
import { useFavourites } from '../shell/use-favourites.ts'
import styles from './list-screen.module.css'
import type { ListSearch } from './list-search.ts'
import { SearchBox } from './search-box.tsx'
import type { RecordList } from './use-record-list.ts'

/** The properties of the head. */
export interface ListHeadProps {
  readonly model: Model
  readonly search: ListSearch
  readonly list: RecordList
  readonly canCreate: boolean
  readonly onChange: (search: ListSearch, options?: { readonly replace?: boolean }) => void
  readonly onCreate: () => void
}

/** The head. */
export function ListHead({ model, search, list, canCreate, onChange, onCreate }: ListHeadProps) {
  const { t, language } = useLocale()
  const searchFor = (q: string) => {
    const { q: before, ...rest } = search
    // What is typed letter by letter is one step back, not one a letter.
    onChange(q === '' ? rest : { ...rest, q }, { replace: before !== undefined })
  }
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <bdi>{labelIn(model.plural, language)}</bdi>
      </h1>
      <Star model={model} />
      <Count list={list} />
      <span className={styles.grow} />
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
      <MoreMenu model={model} />
    </header>
  )
}

/** Marks the list as a favourite. */
function Star({ model }: { readonly model: Model }) {
  const { language } = useLocale()
  const { isFavourite, textOf, toggle } = useFavourites()
  return (
    <IconButton
      icon="star"
      className={isFavourite(model.name) ? styles.marked : styles.star}
      label={textOf(model.name, labelIn(model.plural, language))}
      onClick={() => toggle(model.name)}
    />
  )
}

/** What else can be done about the list as a whole. */
function MoreMenu({ model }: { readonly model: Model }) {
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
  const items = [...(hasTrash ? [trash] : []), ...(canCorrect ? [correct] : [])]
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
