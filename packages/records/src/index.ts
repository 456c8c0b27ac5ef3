/** The core: records are listed, read, created, edited and removed here, under the rules. */
export * from './records.ts'
