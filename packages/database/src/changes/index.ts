/** The history of changes: its table, what is written into it and read from it. */
export { type HistoryRow, historyTable, isHistoryTable, makeHistoryTable } from './history-table.ts'
export { selectHolding } from './images.ts'
export { insertChange } from './keep-change.ts'
export * from './select-changes.ts'
export type { StoredChange } from './stored-change.ts'
export { countRemovedWith, forgetChanges, forgetRemovals, selectTrash } from './trash.ts'
