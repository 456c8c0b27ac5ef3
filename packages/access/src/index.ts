/** Rules: who may do what with which records and fields. */
export * from './access.ts'
export * from './explain.ts'
export * from './prepare-rules.ts'
export * from './rule-matrix.ts'
export * from './rules.ts'
export * from './tell-rights.ts'
