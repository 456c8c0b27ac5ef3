/** Turns a condition into SQL. The only place where what someone asks becomes part of a statement: names come from models, values are parameters. */
import {
  type ChildPair,
  type FilterOperator,
  type FoundTest,
  isMixedColumn,
  isWrittenInManyWays,
  type Json,
  type ListCondition,
  type Model,
  type ModelField,
  targetField,
} from '@haykal/model'
import { isLookupPattern } from '@haykal/model/search-text'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine, Stored, TextLookup } from '../engine.ts'
import { computedSql } from './computed-sql.ts'
import { besideSql, isBeside } from './found-beside.ts'
import { rollupSql } from './rollup-sql.ts'
import { rowNumber, searchColumn } from './search-column.ts'

/** A piece of a `where`. */
export type Where = RawBuilder<SqlBool>

/** The SQL of a condition about the rows of the table that is called `alias` in the statement. */
export function compileCondition(engine: Engine, condition: ListCondition, alias: string): Where {
  return compile(engine, condition, { alias, isEach: false })
}

/** The same for few rows, each of which is asked: what a relation points to is looked at row by row, and nothing is gathered beforehand. */
export function compileForEach(engine: Engine, condition: ListCondition, alias: string): Where {
  return compile(engine, condition, { alias, isEach: true })
}

/** The same for whoever wants to know how many there are up to a bound: of texts that are looked up, no more than `most` are. */
export function compileUpTo(engine: Engine, condition: ListCondition, most: number): Where {
  return compile(engine, condition, { alias: 'r', isEach: false, most })
}

interface Place {
  readonly alias: string
  readonly isEach: boolean
  readonly most?: number
}

function compile(engine: Engine, condition: ListCondition, place: Place): Where {
  const { alias, isEach } = place
  switch (condition.type) {
    case 'all':
      return joined(
        condition.of.map((each) => compile(engine, each, place)),
        { by: sql` and `, empty: sql<SqlBool>`1 = 1` },
      )
    case 'any':
      return joined(
        condition.of.map((each) => compile(engine, each, place)),
        { by: sql` or `, empty: sql<SqlBool>`1 = 0` },
      )
    case 'not':
      // A test on an empty value is unknown to SQL, and unknown stays unknown when negated; here what does not hold is false.
      return sql<SqlBool>`not coalesce(${compile(engine, condition.of, place)}, 1 = 0)`
    case 'test':
      return compileTest(engine, condition, alias)
    case 'found':
      return compileFound(engine, condition, place)
    case 'through': {
      const inner = `${alias}o`
      const key = targetField(condition.field, condition.to)
      if (!key) return sql<SqlBool>`1 = 0`
      const of = compile(engine, condition.of, { ...place, alias: inner })
      const from = sql`from ${sql.id(condition.to.table)} as ${sql.id(inner)}`
      const [own, theirs] = [column(alias, condition.field), column(inner, key)]
      // Row by row only where each look is short: a view has no index by which its rows are found.
      return isEach && key.isKey && condition.to.definition.source === undefined
        ? sql<SqlBool>`exists (select 1 ${from} where ${theirs} = ${own} and ${of})`
        : sql<SqlBool>`${own} in (select ${theirs} ${from} where ${of})`
    }
    case 'children':
      return compileChildren(engine, condition, place)
  }
}

/** Looked up, unless each of few rows is asked or there is too little to look up by. */
function compileFound(engine: Engine, found: FoundTest, place: Place): Where {
  if (isBeside(found)) return besideSql(engine, found, place)
  const { fields, patterns, of } = found
  const { alias, isEach, most } = place
  const columns = fields.flatMap((field) => searchColumn(field) ?? [])
  if (columns.length === 0) return sql<SqlBool>`1 = 0`
  if (isEach || !patterns.every(isLookupPattern)) {
    const tests = columns.flatMap((name) => patterns.map((each) => engine.search.holds(sql.id(alias, name), each)))
    return joined(tests, { by: sql` or `, empty: sql<SqlBool>`1 = 0` })
  }
  return engine.search.lookup(
    lookupOf({ type: 'found', of, fields, patterns }, { alias, ...(most !== undefined && { most }) }),
  )
}

/** What is looked up of the rows that are called `alias`. */
export function lookupOf({ of, fields, patterns }: FoundTest, where: Pick<TextLookup, 'alias' | 'most'>): TextLookup {
  const numbered = rowNumber(of)
  const columns = fields.flatMap((field) => searchColumn(field) ?? [])
  return { table: of.table, columns, patterns, ...where, ...(numbered !== undefined && { numbered }) }
}

/** Whether some record points to a row. What is asked of few rows is asked by the index of the relation; of many, who is pointed to is gathered once. */
function compileChildren(
  engine: Engine,
  { children, pairs, of }: Extract<ListCondition, { readonly type: 'children' }>,
  { alias, isEach }: Place,
): Where {
  const inner = `${alias}c`
  const asked = compile(engine, of, { alias: inner, isEach })
  const from = sql`from ${sql.id(children.table)} as ${sql.id(inner)}`
  const equal = pairs.map(({ child, parent }) => ({ theirs: column(inner, child), own: column(alias, parent) }))
  const [only] = equal
  if (!only) return sql<SqlBool>`1 = 0`
  const tests = equal.map(({ theirs, own }) => sql`${theirs} = ${own}`)
  return equal.length > 1 || (isEach && areFoundByRelation(children, pairs))
    ? sql<SqlBool>`exists (select 1 ${from} where ${sql.join(tests, sql` and `)} and ${asked})`
    : sql<SqlBool>`${only.own} in (select ${only.theirs} ${from} where ${asked})`
}

/** Whether the records that point to one are found without looking at all of them: our own tables have an index for each relation, an adopted one may have none. */
function areFoundByRelation({ definition }: Model, pairs: readonly ChildPair[]): boolean {
  return definition.source === undefined && pairs.every(({ child }) => !child.isLoose)
}

/** Tests that must all hold, as the `where` of a statement; of none, nothing. */
export function allOf(tests: readonly Where[]): RawBuilder<unknown> {
  return tests.length > 0 ? sql`where ${sql.join(tests, sql` and `)}` : sql``
}

/** More parts than this are joined in halves: a chain of two thousand is deeper than SQLite goes (https://www.sqlite.org/limits.html). */
const longestChain = 100

function joined(parts: readonly Where[], { by, empty }: { by: RawBuilder<unknown>; empty: Where }): Where {
  const [only] = parts
  if (only === undefined) return empty
  if (parts.length === 1) return only
  if (parts.length <= longestChain) return sql<SqlBool>`(${sql.join(parts, by)})`
  const half = Math.ceil(parts.length / 2)
  const halves = [parts.slice(0, half), parts.slice(half)].map((each) => joined(each, { by, empty }))
  return sql<SqlBool>`(${sql.join(halves, by)})`
}

/** What a field is in a row: its column or, where it is not stored, what makes up its value. */
export function operandOf(engine: Engine, alias: string, field: ModelField): RawBuilder<unknown> {
  const { derived } = field
  if (!derived) return column(alias, field)
  const { exact } = engine
  if (derived.type === 'computed')
    return computedSql(derived.expression, field.column, { exact, operandOf: (read) => operandOf(engine, alias, read) })
  const inner = `${alias}c`
  const operand = derived.field && operandOf(engine, inner, derived.field)
  const of = derived.pairs.map(({ child, parent }) => sql`${column(inner, child)} = ${column(alias, parent)}`)
  const where = sql`${sql.join(of, sql` and `)} and ${compileCondition(engine, derived.condition, inner)}`
  return rollupSql(derived, field.column, { exact, inner, where, ...(operand ? { operand } : {}) })
}

/** A column of a row, by the alias of its table. */
export function column(alias: string, field: ModelField): RawBuilder<unknown> {
  return sql`${sql.id(alias, field.columnName)}`
}

/** A value as the column of a field holds it. */
export function encodeValue(engine: Engine, field: ModelField, value: Json): Stored {
  return engine.codec.encode(value, field.column)
}

/** The `where` that finds the row of a key in the table that is called `r`. */
export function keySql(engine: Engine, model: Model, key: readonly Json[]): Where {
  const parts = model.key.map((field, index) => equalsSql(engine, field, key[index] ?? null))
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

/** What the columns of a key hold, where each part of it is stored in one way only; undefined: it has to be looked for in others, or is none. */
export function storedKey(engine: Engine, model: Model, key: readonly Json[]): readonly Stored[] | undefined {
  const isPlainPart = (field: ModelField, value: Json) =>
    value !== null && !holdsAnything(engine, field) && field.kind.parse(value, field.options).ok
  if (!model.key.every((field, index) => isPlainPart(field, key[index] ?? null))) return undefined
  return model.key.map((field, index) => encodeValue(engine, field, key[index] ?? null))
}

/** What a column holds for some values, where each is stored in one way only; undefined: one of them may be stored in several. */
export function storedValues(
  engine: Engine,
  field: ModelField,
  values: readonly Json[],
): readonly Stored[] | undefined {
  return values.every((value) => value !== null && isPlain(engine, field, value))
    ? values.map((value) => encodeValue(engine, field, value))
    : undefined
}

/** In a column that may hold anything, a part of a key may be stored in another way than it was made for: whatever is shown so is meant. */
function equalsSql(engine: Engine, field: ModelField, value: Json): Where {
  const tested = { operand: column('r', field), field }
  if (value === null) return isNull(tested.operand)
  if (holdsAnything(engine, field)) return shownAs(engine, tested, value)
  return field.kind.parse(value, field.options).ok
    ? sql<SqlBool>`${tested.operand} = ${encodeValue(engine, field, value)}`
    : sql<SqlBool>`1 = 0`
}

/** A column that is tested, as it stands in the statement. */
interface Tested {
  readonly operand: RawBuilder<unknown>
  readonly field: ModelField
}

/** Whatever is shown as a value in a column, however it is stored. */
function shownAs({ codec }: Engine, { operand, field }: Tested, value: Json): Where {
  const stored = codec.oddities?.(value, field.column) ?? []
  const [only] = stored
  if (only === undefined) return sql<SqlBool>`1 = 0`
  return stored.length === 1 ? sql<SqlBool>`${operand} = ${only}` : sql<SqlBool>`${operand} in (${sql.join(stored)})`
}

/** Whether a column may hold values that do not fit it, on an engine where that is possible. */
function holdsAnything({ codec }: Engine, field: ModelField): boolean {
  return codec.oddities !== undefined && (field.isLoose || isMixedColumn(field.column))
}

interface Test {
  readonly field: ModelField
  readonly operator: FilterOperator
  readonly value: Json
}

function compileTest(engine: Engine, { field, operator, value }: Test, alias: string): Where {
  const operand = operandOf(engine, alias, field)
  const encode = (each: Json) => encodeValue(engine, field, each)
  const like = field.column.kind === 'json' ? engine.likeOfAny : engine.like
  const values = Array.isArray(value) ? (value as readonly Json[]) : []
  switch (operator) {
    case 'eq':
      return value === null ? isNull(operand) : equalTo(engine, { operand, field }, value)
    case 'ne':
      if (value === null) return isNotNull(operand)
      return isPlain(engine, field, value)
        ? sql<SqlBool>`(${operand} <> ${encode(value)} or ${operand} is null)`
        : sql<SqlBool>`not coalesce(${equalTo(engine, { operand, field }, value)}, 1 = 0)`
    case 'gt':
      return sql<SqlBool>`${operand} > ${encode(value)}`
    case 'gte':
      return sql<SqlBool>`${operand} >= ${encode(value)}`
    case 'lt':
      return sql<SqlBool>`${operand} < ${encode(value)}`
    case 'lte':
      return sql<SqlBool>`${operand} <= ${encode(value)}`
    case 'between':
      return sql<SqlBool>`${operand} between ${encode(values[0] ?? null)} and ${encode(values[1] ?? null)}`
    case 'in':
      return compileIn(engine, { operand, field }, values)
    case 'nin':
      return sql<SqlBool>`not coalesce(${compileIn(engine, { operand, field }, values)}, 1 = 0)`
    case 'contains':
      return sql<SqlBool>`${like(operand, `%${escaped(value)}%`)}`
    case 'startsWith':
      return sql<SqlBool>`${like(operand, `${escaped(value)}%`)}`
    case 'endsWith':
      return sql<SqlBool>`${like(operand, `%${escaped(value)}`)}`
    case 'isNull':
      return value === true ? isNull(operand) : isNotNull(operand)
  }
}

function isNull(operand: RawBuilder<unknown>): Where {
  return sql<SqlBool>`${operand} is null`
}

function isNotNull(operand: RawBuilder<unknown>): Where {
  return sql<SqlBool>`${operand} is not null`
}

/** A test for one value: as its column writes it or, where columns hold anything, however it may be written. */
function equalTo(engine: Engine, tested: Tested, value: Json): Where {
  const { operand, field } = tested
  const stored = isAnyWriting(engine, field, value)
    ? shownAs(engine, tested, value)
    : sql<SqlBool>`${operand} = ${encodeValue(engine, field, value)}`
  const spread = engine.codec.spread?.(value, field.column)
  return spread ? sql<SqlBool>`(${stored} or (${operand} >= ${spread[0]} and ${operand} < ${spread[1]}))` : stored
}

/** Whether more than the one proper way to store a value is meant. */
function isAnyWriting(engine: Engine, field: ModelField, value: Json): boolean {
  if (!holdsAnything(engine, field)) return false
  return isWrittenInManyWays(field.column) || !field.kind.parse(value, field.options).ok
}

/** Whether a value is one stored value and nothing else, so that it is found by it. */
function isPlain(engine: Engine, field: ModelField, value: Json): boolean {
  return !isAnyWriting(engine, field, value) && engine.codec.spread?.(value, field.column) === undefined
}

function compileIn(engine: Engine, tested: Tested, values: readonly Json[]): Where {
  const { operand, field } = tested
  const present = values.filter((each) => each !== null)
  const [plain, others] = [true, false].map((wanted) =>
    present.filter((each) => isPlain(engine, field, each) === wanted),
  )
  const parts = [
    ...(plain && plain.length > 0
      ? [sql<SqlBool>`${operand} in (${sql.join(plain.map((each) => encodeValue(engine, field, each)))})`]
      : []),
    ...(others ?? []).map((each) => equalTo(engine, tested, each)),
    ...(present.length < values.length ? [isNull(operand)] : []),
  ]
  return joined(parts, { by: sql` or `, empty: sql<SqlBool>`1 = 0` })
}

/** The wildcards of LIKE taken as they are typed. */
function escaped(value: Json): string {
  return String(value).replace(/[\\%_]/g, '\\$&')
}
