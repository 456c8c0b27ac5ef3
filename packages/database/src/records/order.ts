/** The order of a page as SQL, and what lies beyond a place in it. */
import { type FieldPath, isEverything, type ListCondition, type ModelField, targetField } from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { column, compileCondition, compileForEach, operandOf, type Where } from './compile-condition.ts'
import { orderColumn } from './order-key.ts'
import type { OrderTerm, PageStart } from './page.ts'
import { type Place, partSql } from './place.ts'

/** A relation that is followed to what an order goes by. */
export interface Join {
  readonly from: string
  readonly to: string
  readonly hop: FieldPath['hops'][number]
}

/** A term of an order, ready for a statement. */
export interface OrderSql {
  readonly operand: RawBuilder<unknown>
  /** The field whose column the operand is; absent: it is what a text is sorted by. */
  readonly field?: ModelField
  readonly joins: readonly Join[]
  readonly descending: boolean
  /** The place of a row may be empty: the field may be, or the relation on the way. */
  readonly isNullable: boolean
}

/** The SQL of an order, turned round when the list is read backwards. */
export function orderSql(engine: Engine, order: readonly OrderTerm[], isBackwards: boolean): readonly OrderSql[] {
  return order.flatMap((term, index) => termSql(engine, term, { index, isBackwards }))
}

/** The SQL of the term that stands at `index`, counted from 0. */
function termSql(
  engine: Engine,
  { path, descending, rank, isTie = false }: OrderTerm,
  { index, isBackwards }: { readonly index: number; readonly isBackwards: boolean },
): readonly OrderSql[] {
  const isDescending = descending !== isBackwards
  if (rank) return [{ operand: rankSql(engine, rank), joins: [], descending: isDescending, isNullable: false }]
  const joins = path.hops.map(
    (hop, depth): Join => ({ from: depth === 0 ? 'r' : `j${index}_${depth - 1}`, to: `j${index}_${depth}`, hop }),
  )
  const alias = joins.at(-1)?.to ?? 'r'
  const direction = { joins, descending: isDescending }
  const plain: OrderSql = {
    ...direction,
    operand: operandOf(engine, alias, path.field),
    field: path.field,
    isNullable: joins.length > 0 || !path.field.isRequired,
  }
  const key = isTie ? undefined : orderColumn(path.field)
  if (key === undefined) return [plain]
  const folded: OrderSql = { ...direction, operand: sql`${sql.id(alias, key)}`, isNullable: joins.length > 0 }
  // Of long texts only the beginning is sorted by; what tells records apart must do so to the end.
  return path.field.isKey && joins.length === 0 ? [folded, plain] : [folded]
}

/** Which of some conditions is the first that holds, counted from 0. */
function rankSql(engine: Engine, rank: readonly ListCondition[]): RawBuilder<unknown> {
  const cases = rank.map(
    (condition, place) => sql`when ${compileForEach(engine, condition, 'r')} then ${sql.lit(place)}`,
  )
  return sql`case ${sql.join(cases, sql` `)} else ${sql.lit(rank.length)} end`
}

/** Brings the rows along that the terms of an order lie in. */
export function joinsSql(engine: Engine, terms: readonly OrderSql[]): RawBuilder<unknown> {
  const joins = terms.flatMap((term) => term.joins.map((join) => joinSql(engine, join)))
  return sql.join(joins, sql` `)
}

/** Brings the row that a relation points to along, where the viewer may see it. */
function joinSql(engine: Engine, { from, to, hop }: Join): RawBuilder<unknown> {
  const key = targetField(hop.field, hop.to)
  if (!key) return sql``
  const scope = isEverything(hop.scope) ? sql`` : sql` and ${compileCondition(engine, hop.scope, to)}`
  return sql`left join ${sql.id(hop.to.table)} as ${sql.id(to)} on ${column(to, key)} = ${column(from, hop.field)}${scope}`
}

/** Empty places come first in an ascending order on every engine. */
export function directionSql(engine: Engine, { operand, descending, isNullable }: OrderSql): RawBuilder<unknown> {
  const direction = descending ? sql`${operand} desc` : sql`${operand}`
  if (!isNullable || engine.capabilities.nulls === 'first') return direction
  return descending ? sql`${direction} nulls last` : sql`${direction} nulls first`
}

/** What lies beyond a place: further in the first term, or level with it and further in the rest. The place may end before the terms do. */
export function beyondPlace(
  engine: Engine,
  terms: readonly OrderSql[],
  { place = [], isIncluded = false }: Pick<PageStart, 'place' | 'isIncluded'>,
): Where {
  return beyondParts(engine, terms.slice(0, place.length), { place, isIncluded })
}

function beyondParts(
  engine: Engine,
  terms: readonly OrderSql[],
  { place, isIncluded }: { readonly place: Place; readonly isIncluded: boolean },
): Where {
  const [term, ...rest] = terms
  const part = place[place.length - terms.length] ?? null
  const stored = partSql(engine, part)
  if (!term) return sql<SqlBool>`1 = 0`
  if (rest.length === 0) return isIncluded ? notNearerSql(term, stored) : furtherSql(term, stored)
  const asOne = beyondAsOne(engine, terms, { place, isIncluded })
  if (asOne) return asOne
  // Nothing is lower than what is empty: whether an index is of use here must not hang on an OR.
  if (stored === undefined && term.descending)
    return sql<SqlBool>`${term.operand} is null and ${beyondParts(engine, rest, { place, isIncluded })}`
  const level = levelSql(engine, term, part)
  const nested = sql<SqlBool>`(${furtherSql(term, stored)} or (${level} and ${beyondParts(engine, rest, { place, isIncluded })}))`
  // The bound says nothing new, but an index can use it where it cannot use an OR.
  const hasBound = stored !== undefined && (!term.isNullable || !term.descending)
  return hasBound
    ? sql<SqlBool>`${term.operand} ${term.descending ? sql`<=` : sql`>=`} ${stored} and ${nested}`
    : nested
}

/** All terms compared at once, so that an index is begun at the very place: where they run in one direction, and nothing empty comes behind the place. */
function beyondAsOne(
  engine: Engine,
  terms: readonly OrderSql[],
  { place, isIncluded }: { readonly place: Place; readonly isIncluded: boolean },
): Where | undefined {
  const descending = terms[0]?.descending === true
  const parts = terms.map((_, index) => partSql(engine, place[place.length - terms.length + index] ?? null))
  const areAlike = terms.every((term) => term.descending === descending && !(descending && term.isNullable))
  if (!areAlike || parts.includes(undefined)) return undefined
  const sign = sql.raw(`${descending ? '<' : '>'}${isIncluded ? '=' : ''}`)
  return sql<SqlBool>`(${sql.join(terms.map(({ operand }) => operand))}) ${sign} (${sql.join(parts)})`
}

/** What is level with a place in one term. */
export function levelSql(engine: Engine, { operand }: OrderSql, part: Place[number]): Where {
  const stored = partSql(engine, part)
  return stored === undefined ? sql<SqlBool>`${operand} is null` : sql<SqlBool>`${operand} = ${stored}`
}

function furtherSql({ operand, descending, isNullable }: OrderSql, stored: RawBuilder<unknown> | undefined): Where {
  if (stored === undefined) return descending ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${operand} is not null`
  if (!descending) return sql<SqlBool>`${operand} > ${stored}`
  return isNullable
    ? sql<SqlBool>`(${operand} < ${stored} or ${operand} is null)`
    : sql<SqlBool>`${operand} < ${stored}`
}

function notNearerSql({ operand, descending, isNullable }: OrderSql, stored: RawBuilder<unknown> | undefined): Where {
  if (stored === undefined) return descending ? sql<SqlBool>`${operand} is null` : sql<SqlBool>`1 = 1`
  if (!descending) return sql<SqlBool>`${operand} >= ${stored}`
  return isNullable
    ? sql<SqlBool>`(${operand} <= ${stored} or ${operand} is null)`
    : sql<SqlBool>`${operand} <= ${stored}`
}
