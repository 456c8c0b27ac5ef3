/** The statements that read and write records. */
export { attempt } from './attempt.ts'
export { countFound, findsMoreThan } from './count-found.ts'
export { type CountRequest, countRecords } from './count-records.ts'
export { countValues } from './count-values.ts'
export { areReadInOrder, isLookedUpBy, isReadInOrder, type Lookup, type Planned, stepsOfPage } from './list-plan.ts'
export { isSearchLookup } from './lookups.ts'
export type { NamedTest, OrderTerm, Page, PageRequest, PageStart, PointedTo, WrittenRecords } from './page.ts'
export type { Place } from './place.ts'
export { type AmongRequest, type PageAmong, selectAmong } from './select-among.ts'
export { hasPlaces } from './select-by-number.ts'
export { type HeldRecord, selectHeld } from './select-held.ts'
export {
  countInFront,
  selectPlaceOfRow,
  selectPlaceOfShare,
  selectPlaceOfValue,
  selectShareOfPlace,
} from './select-place-at.ts'
export { existsRecord, isKeyShared, selectBytes, selectRecord } from './select-record.ts'
export { selectPlace, selectRecords } from './select-records.ts'
export { selectTitles } from './select-titles.ts'
export { deleteRecord, insertRecord, insertRecords, updateRecord } from './write-records.ts'
