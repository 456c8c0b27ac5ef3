/** The order of a list as a menu, for phones, where there are no headers to press. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField, sortTerms } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Menu } from '@haykal/ui/menu/menu.tsx'

/** The properties of the menu. */
export interface SortMenuProps {
  readonly model: Model
  readonly sort: string | undefined
  readonly onSort: (field: ModelField) => void
}

/** The menu. Choosing the same field again turns the order round. */
export function SortMenu({ model, sort, onSort }: SortMenuProps) {
  const { t, language } = useLocale()
  const [term] = sortTerms(sort ?? '')
  const items = model.columns
    .filter((field) => field.isSortable)
    .map((field) => ({
      key: field.name,
      text: <bdi>{labelIn(field.label, language)}</bdi>,
      icon: term?.name === field.name ? (term.descending ? 'down' : 'up') : 'sort',
      checked: term?.name === field.name,
      onSelect: () => onSort(field),
    }))
  return (
    <Menu
      label={t('list.sort')}
      sections={[{ key: 'fields', items }]}
      trigger={(trigger) => (
        <Button variant="quiet" icon="sort" {...trigger}>
          {t('list.sort')}
        </Button>
      )}
    />
  )
}
