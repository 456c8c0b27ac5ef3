/** The code of the menus of cells: fetched once a list is there, so that the list itself waits for none of it. */
import { lazy } from 'react'
import { withTexts } from '../../preferences/shown-preferences.ts'

/** Opens the menus; shown inside of a Suspense. */
export const CellMenus = lazy(withTexts(async () => ({ default: (await import('./cell-menus.tsx')).CellMenus })))
