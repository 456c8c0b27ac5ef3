/** The core: records are listed, read, created, edited and removed here, under the rules. */
export type { WrittenChange } from './changes.ts'
export { describeModels } from './describe-models.ts'
export type { RecordsCore } from './door.ts'
export { type AccessAnswer, type AccessQuestion, explainAccess, explainRights } from './explain-access.ts'
export { errorOfState } from './explain-refusal.ts'
export { countBound, pageSize } from './list-records.ts'
export { openRecords } from './open-records.ts'
export * from './records.ts'
