/** The statements that read and write records. */
export { attempt } from './attempt.ts'
export { type CountRequest, countRecords } from './count-records.ts'
export type { OrderTerm, Page, PageRequest } from './page.ts'
export type { Place } from './place.ts'
export { type HeldRecord, selectHeld } from './select-held.ts'
export { existsRecord, isKeyShared, selectBytes, selectRecord } from './select-record.ts'
export { selectPlace, selectRecords, selectTitles } from './select-records.ts'
export { deleteRecord, insertRecord, insertRecords, updateRecord } from './write-records.ts'
