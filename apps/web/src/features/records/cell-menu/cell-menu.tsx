/** The menu of a cell: filters that its value makes. Of a row as a whole it lists the fields first. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField } from '@haykal/model'
import { ContextMenu } from '@haykal/ui/menu/context-menu.tsx'
import type { MenuItem, MenuSection } from '@haykal/ui/menu/menu.tsx'
import { useState } from 'react'
import { valueText } from '../filters/value-text.ts'
import { filterOfParts, type ListSearch, partsOf } from '../list-search.ts'
import type { ListedRecord } from '../page-window.ts'
import { type CellCommand, commandsOf, partsAfter } from './cell-commands.ts'
import type { CellSpot } from './cell-spots.ts'

/** The properties of the menu. */
export interface CellMenuProps {
  readonly model: Model
  readonly spot: CellSpot
  readonly listed: ListedRecord
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
  readonly onClose: () => void
}

const icons: { readonly [command in CellCommand]: string } = {
  only: 'filter',
  also: 'plus',
  except: 'close',
  least: 'up',
  most: 'down',
  since: 'up',
  until: 'down',
}

/** The menu. */
export function CellMenu({ model, spot, listed, search, onChange, onClose }: CellMenuProps) {
  const { t, language, ...words } = useLocale()
  const [name, setName] = useState(spot.field)
  const field = name === undefined ? undefined : model.field(name)
  const parts = partsOf(search.filter)
  const questionOf = (of: ModelField) => ({ field: of, value: listed.record[of.name] ?? null, parts })
  const textOf = (of: ModelField) =>
    valueText(of, listed.record[of.name] ?? null, { titles: listed.titles, t, language, ...words })
  const filterBy = (of: ModelField, command: CellCommand) => {
    const { filter: _, ...rest } = search
    const filter = filterOfParts(partsAfter(command, questionOf(of)))
    onChange(filter === undefined ? rest : { ...rest, filter })
  }

  const commandItems = (of: ModelField): MenuItem[] =>
    commandsOf(questionOf(of)).map((command) => ({
      key: command,
      icon: icons[command],
      text: t(`cellMenu.${command}`, { value: textOf(of) }),
      onSelect: () => filterBy(of, command),
    }))
  const sortItem = (of: ModelField): MenuItem[] =>
    of.isSortable
      ? [
          {
            key: 'sort',
            icon: 'sort',
            text: t('cellMenu.sort'),
            onSelect: () => onChange({ ...search, sort: of.name }),
          },
        ]
      : []
  const sectionsOf = (of: ModelField): MenuSection[] => [
    { key: of.name, title: labelIn(of.label, language), items: [...commandItems(of), ...sortItem(of)] },
    {
      key: 'back',
      items: [
        { key: 'back', icon: 'list', text: t('cellMenu.back'), staysOpen: true, onSelect: () => setName(undefined) },
      ],
    },
  ]
  const fields = model.columns.filter((each) => commandItems(each).length > 0 || sortItem(each).length > 0)
  const ofRow: MenuSection = {
    key: 'fields',
    items: fields.map((each) => ({
      key: each.name,
      text: t('cellMenu.is', { field: labelIn(each.label, language), value: textOf(each) }),
      staysOpen: true,
      onSelect: () => setName(each.name),
    })),
  }
  return (
    <ContextMenu
      label={field ? t('cellMenu.of', { field: labelIn(field.label, language) }) : t('cellMenu.title')}
      at={spot.at}
      sections={field ? sectionsOf(field) : [ofRow]}
      onClose={onClose}
    />
  )
}
