/** The code of the menus of cells: fetched once a list is there, so that the list itself waits for none of it. */
import { withTexts } from '../../preferences/shown-preferences.ts'
import { lazyPart } from '../../screens/lazy-part.ts'

/** Opens the menus; shown inside of a Suspense. */
export const CellMenus = lazyPart(withTexts(async () => ({ default: (await import('./cell-menus.tsx')).CellMenus })))
