/** Opens the menu of a cell of the list where somebody asks for it. */
import type { Model } from '@haykal/model'
import { type RefObject, useEffect, useState } from 'react'
import type { ListSearch } from '../list-search.ts'
import type { RecordList } from '../use-record-list.ts'
import { CellMenu } from './cell-menu.tsx'
import { type CellSpot, followSpots } from './cell-spots.ts'

/** The properties of the menus. */
export interface CellMenusProps {
  /** What the list stands in. */
  readonly area: RefObject<HTMLElement | null>
  readonly model: Model
  readonly list: RecordList
  /** Holding a card begins to choose. */
  readonly areCardsChosen: boolean
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}

/** The menus. */
export function CellMenus({ area, list, areCardsChosen, ...rest }: CellMenusProps) {
  const [spot, setSpot] = useState<CellSpot>()
  useEffect(() => {
    const element = area.current
    return element ? followSpots({ element, areCardsChosen }, setSpot) : undefined
  }, [area, areCardsChosen])
  const listed = spot && list.window.at(spot.row)
  return listed && <CellMenu {...rest} spot={spot} listed={listed} onClose={() => setSpot(undefined)} />
}
