/** The statements that read and write records. */
export { type CountRequest, countRecords } from './count-records.ts'
export {
  existsRecord,
  type OrderTerm,
  type Page,
  type PageRequest,
  type Place,
  selectRecord,
  selectRecords,
  selectTitles,
} from './select-records.ts'
export { deleteRecord, insertRecord, insertRecords, updateRecord } from './write-records.ts'
