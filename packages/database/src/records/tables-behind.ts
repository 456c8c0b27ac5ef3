/** Which tables decide what a condition finds. */
import { isOfOthers, type ListCondition, type Model } from '@haykal/model'
import type { NumberedTable } from '../engine.ts'
import { rowNumber } from './search-column.ts'

/** The tables that decide it. */
export interface TablesBehind {
  /** Each of its rows decides about itself. */
  readonly own: NumberedTable
  /** Of these, any row may decide about any. */
  readonly others: readonly NumberedTable[]
}

/** The tables that decide which records of a model a condition finds; undefined: it takes more than tables of ours to tell. */
export function tablesBehind(model: Model, condition: ListCondition): TablesBehind | undefined {
  const asked = new Set<Model>()
  if (!addAsked(condition, asked)) return undefined
  const areOurs = [model, ...asked].every(
    ({ keepsListIndexes, definition }) => keepsListIndexes && definition.source === undefined,
  )
  return areOurs ? { own: tableOf(model), others: [...asked].map(tableOf) } : undefined
}

function tableOf(model: Model): NumberedTable {
  const number = rowNumber(model)
  return { table: model.table, ...(number !== undefined && { number }) }
}

/** Adds what is asked beside the row itself; false: tables do not tell. */
function addAsked(condition: ListCondition, asked: Set<Model>): boolean {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.every((each) => addAsked(each, asked))
    case 'test':
      return !isOfOthers(condition.field)
    case 'found':
      return condition.ground === undefined
    case 'not':
      return addAsked(condition.of, asked)
    case 'through':
      asked.add(condition.to)
      return addAsked(condition.of, asked)
    case 'children':
      asked.add(condition.children)
      return addAsked(condition.of, asked)
  }
}
