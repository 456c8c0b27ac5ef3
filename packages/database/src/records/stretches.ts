/**
 * The stretches of an order that are read one after the other. In one statement the database would sort, or walk through from the beginning, what it
 * can begin in the middle of: what is empty and what is not stand in different places of an index, and what is sorted by the titles of other records
 * stands in none, but the titles do.
 */
import { isEverything, type Model, targetField } from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { indexedFieldsOf } from '../tables/wanted-indexes.ts'
import { column, type Where } from './compile-condition.ts'
import { beyondPlace, directionSql, joinsSql, levelSql, type OrderSql } from './order.ts'
import type { PageRequest, PageStart } from './page.ts'
import type { WantedSql } from './where-sql.ts'

/** A stretch of an order. */
export interface Stretch {
  /** What holds of its rows that are beyond the place. */
  readonly tests: readonly Where[]
  /** Absent: the order of the whole. */
  readonly terms?: readonly OrderSql[]
  /** The tables that it is read from; absent: those of the whole. */
  readonly from?: RawBuilder<unknown>
  /** A test that leaves few rows of it to be looked at, the first in the order; absent: nothing bounds them. */
  readonly near?: Where
}

/** An order, and what is read in it. */
export interface WholeOrder {
  readonly model: Model
  readonly request: PageRequest
  readonly terms: readonly OrderSql[]
  readonly where: Pick<WantedSql, 'isRare'>
}

/** The stretches in the order of reading, from the one on in which the place lies. */
export function stretchesOf(engine: Engine, whole: WholeOrder): readonly Stretch[] {
  const { request, terms } = whole
  const from = request.from?.place ? request.from : undefined
  const all: Stretch = { tests: from ? [beyondPlace(engine, terms, from)] : [] }
  const [first] = terms
  if (!first?.isNullable) return [all]
  const titles = titlesOf(whole)
  const isEmptyPlace = from !== undefined && (from.place?.[0] ?? null) === null
  // Empty rows come first, read upwards: where the place is in what comes last, or there is none, one statement begins where it should.
  if (!titles && (!from || first.descending === isEmptyPlace)) return [all]
  const isEmpty = sql<SqlBool>`${titles?.pointer ?? first.operand} is null`
  const empty: readonly Stretch[] =
    titles?.isAlwaysThere === true
      ? []
      : [{ tests: [isEmpty, ...(from && isEmptyPlace ? beyondLevel(engine, terms, from) : [])] }]
  const filled = titles
    ? filledByTitles(engine, titles, { terms, from: isEmptyPlace ? undefined : from })
    : [
        {
          tests:
            from && !isEmptyPlace
              ? [beyondPlace(engine, filledTerms(terms), from)]
              : [sql<SqlBool>`${first.operand} is not null`],
        },
      ]
  // What comes before the place is behind us.
  if (from && isEmptyPlace && first.descending) return empty
  if (from && !isEmptyPlace && !first.descending) return filled
  return first.descending ? [...filled, ...empty] : [...empty, ...filled]
}

/** The terms of rows that have something in the first of them. */
function filledTerms([first, ...rest]: readonly OrderSql[]): readonly OrderSql[] {
  return first ? [{ ...first, isNullable: false }, ...rest] : []
}

/** What is beyond a place among the rows that are level with it in the first term. */
function beyondLevel(
  engine: Engine,
  terms: readonly OrderSql[],
  { place = [], isIncluded = false }: PageStart,
): readonly Where[] {
  if (place.length > 1) return [beyondPlace(engine, terms.slice(1), { place: place.slice(1), isIncluded })]
  return isIncluded ? [] : [sql<SqlBool>`1 = 0`]
}

/** Whether rows are read by the titles of what they point to, unless something rare finds them. */
export function isReadByTitles(whole: Omit<WholeOrder, 'where'>): boolean {
  return titlesOf({ ...whole, where: { isRare: false } }) !== undefined
}

/** How rows are read by the titles of what they point to. */
interface Titles {
  /** The column of the rows that points there. */
  readonly pointer: RawBuilder<unknown>
  readonly isAlwaysThere: boolean
  readonly from: RawBuilder<unknown>
  /** The table of the titles alone. */
  readonly table: RawBuilder<unknown>
  readonly isPointer: Where
  /** The order with what is pointed to in the place of the pointer, which is the same, so that the database sees an index in it. */
  readonly terms: readonly OrderSql[]
}

/**
 * Titles in their order, and for each the rows that point there: only in tables of ours, where every pointer leads somewhere, and
 * titles and pointers have indexes. What is found by something rare is sooner sorted.
 */
function titlesOf({ model, request, terms, where }: WholeOrder): Titles | undefined {
  const path = request.order[0]?.path
  const [hop, further] = path?.hops ?? []
  const join = terms[0]?.joins[0]
  if (!path || !hop || further || !join || where.isRare) return undefined
  const { field, to, scope } = hop
  const key = targetField(field, to)
  const areOurs = model.keepsListIndexes && to.keepsListIndexes
  const isNeverEmpty = path.field.hasOrderKey || path.field.isRequired
  if (!key || !(key.isUnique || (key.isKey && to.key.length === 1)) || !areOurs || !isEverything(scope))
    return undefined
  if (!isNeverEmpty || !indexedFieldsOf(to).sorted.has(path.field)) return undefined
  const [pointer, pointed] = [column('r', field), column(join.to, key)]
  const isOfPointer = (term: OrderSql) => term.field === field && term.joins.length === 0
  const table = sql`${sql.id(to.table)} as ${sql.id(join.to)}`
  return {
    pointer,
    isAlwaysThere: field.isRequired,
    table,
    from: sql`${table} cross join ${sql.id(model.table)} as r`,
    isPointer: sql<SqlBool>`${pointer} = ${pointed}`,
    terms: filledTerms(terms).map((term) =>
      isOfPointer(term) ? { ...term, operand: pointed, isNullable: false } : term,
    ),
  }
}

function filledByTitles(
  engine: Engine,
  titles: Titles,
  { terms: whole, from }: { readonly terms: readonly OrderSql[]; readonly from: PageStart | undefined },
): readonly Stretch[] {
  const { from: tables, isPointer, terms } = titles
  const stretch = (tests: readonly Where[]): Stretch => ({
    tests: [isPointer, ...tests],
    terms,
    from: sql`${tables} ${joinsSql(engine, whole.slice(1))}`,
    near: nearTitles(engine, titles, from),
  })
  const place = from?.place
  if (!from || !place) return [stretch([])]
  const [title, pointed] = terms
  if (!title || !pointed || place.length < 3) return [stretch([beyondPlace(engine, terms, from)])]
  // The rest of those that point to the same record, of which there may be many, then those that point further on.
  const level = [title, pointed].map((term, index) => levelSql(engine, term, place[index] ?? null))
  return [
    stretch([...level, beyondPlace(engine, terms.slice(2), { ...from, place: place.slice(2) })]),
    stretch([beyondPlace(engine, terms, { place: place.slice(0, 2) })]),
  ]
}

/** Titles that are gone through before anything else: most have something pointing to them. */
const nearest = 200

/** No title further than the nearest few. */
function nearTitles(engine: Engine, { table, terms: [title] }: Titles, from: PageStart | undefined): Where {
  if (!title) return sql<SqlBool>`1 = 0`
  const tests = from?.place ? [beyondPlace(engine, [title], { place: from.place.slice(0, 1), isIncluded: true })] : []
  const where = tests.length > 0 ? sql`where ${sql.join(tests)}` : sql``
  const furthest = sql`select ${title.operand} from ${table} ${where} order by ${directionSql(engine, title)} limit 1 offset ${nearest}`
  return title.descending
    ? sql<SqlBool>`${title.operand} >= (${furthest})`
    : sql<SqlBool>`${title.operand} <= (${furthest})`
}
