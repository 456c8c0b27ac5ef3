/** Reads from a request where in a list its page begins. */
import type { ListQuery } from '@haykal/contract'
import type { OrderTerm } from '@haykal/database'
import { isStorableText, type Json, type Problem, parseOperand } from '@haykal/model'

/** Where a page begins. */
export type ListStart =
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  | { readonly type: 'cursor'; readonly cursor: string; readonly direction: 'after' | 'before' }
  /** At a row, counted from 0. */
  | { readonly type: 'row'; readonly row: number }
  /** At a share of the whole, from 0 to 1. */
  | { readonly type: 'share'; readonly share: number }
  /** At a value of what the list is sorted by first. */
  | { readonly type: 'value'; readonly value: Json }

const ways = ['after', 'before', 'last', 'at', 'from'] as const

/** The start that a request asks for. */
export function readStart(order: readonly OrderTerm[], request: ListQuery, problems: Problem[]): ListStart {
  const given = ways.filter((way) => request[way] !== undefined && request[way] !== false)
  // One place is enough: of two nobody could say which is meant.
  for (const way of given.slice(1)) problems.push({ pointer: `?${way}`, code: 'malformed' })
  const { after, before, last, at, from } = request
  if (after !== undefined) return { type: 'cursor', cursor: after, direction: 'after' }
  if (before !== undefined) return { type: 'cursor', cursor: before, direction: 'before' }
  if (at !== undefined) return readAt(at, problems)
  if (from !== undefined) return readValue(order, from, problems)
  return last ? { type: 'last' } : { type: 'first' }
}

function readAt(at: string, problems: Problem[]): ListStart {
  if (/^\d{1,12}$/.test(at)) return { type: 'row', row: Number(at) }
  const [, percent = 'not a number'] = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(at) ?? []
  const share = Number(percent) / 100
  if (share >= 0 && share <= 1) return { type: 'share', share }
  problems.push({ pointer: '?at', code: 'malformed' })
  return { type: 'first' }
}

function readValue([first]: readonly OrderTerm[], text: string, problems: Problem[]): ListStart {
  if (!first) {
    problems.push({ pointer: '?from', code: 'malformed' })
    return { type: 'first' }
  }
  const { field } = first.path
  if (field.hasOrderKey && first.isTie !== true) {
    if (isStorableText(text)) return { type: 'value', value: text }
    problems.push({ pointer: '?from', code: 'wrong_type', params: { expected: 'text' } })
    return { type: 'first' }
  }
  const operand = parseOperand(field, 'gte', text)
  if (operand.ok) return { type: 'value', value: operand.value }
  problems.push({ ...operand.fault, pointer: '?from' })
  return { type: 'first' }
}
