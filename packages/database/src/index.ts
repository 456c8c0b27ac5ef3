/** Databases: engines behind one seam, tables, and the statements that read and write records. Server only. */
export { adoptTables } from './adoption/adopt-tables.ts'
export * from './cannot-open.ts'
export * from './changes/index.ts'
export * from './engine.ts'
export { isServerAddress } from './engines/index.ts'
export { openDatabase } from './open-database.ts'
export * from './records/index.ts'
export { syncTables } from './tables/sync-tables.ts'
