/** The core: records are listed, read, created, edited and removed here, under the rules. */
export { describeModels } from './describe-models.ts'
export { countBound, pageSize } from './list-records.ts'
export * from './records.ts'
export { openRecords, type RecordsCore } from './records-core.ts'
