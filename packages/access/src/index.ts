/** Rules: who may do what with which records and fields. */
export * from './rules.ts'
