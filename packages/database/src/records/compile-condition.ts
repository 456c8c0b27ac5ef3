/** Turns a condition into SQL. The only place where what someone asks becomes part of a statement: names come from models, values are parameters. */
import {
  type Condition,
  type FilterOperator,
  isMixedColumn,
  type Json,
  type Model,
  type ModelField,
  targetField,
} from '@haykal/model'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Engine, Stored } from '../engine.ts'

/** A piece of a `where`. */
export type Where = RawBuilder<SqlBool>

/** The SQL of a condition about the rows of the table that is called `alias` in the statement. */
export function compileCondition(engine: Engine, condition: Condition, alias: string): Where {
  switch (condition.type) {
    case 'all':
      return joined(
        condition.of.map((each) => compileCondition(engine, each, alias)),
        { by: sql` and `, empty: sql<SqlBool>`1 = 1` },
      )
    case 'any':
      return joined(
        condition.of.map((each) => compileCondition(engine, each, alias)),
        { by: sql` or `, empty: sql<SqlBool>`1 = 0` },
      )
    case 'not':
      // A test on an empty value is unknown to SQL, and unknown stays unknown when negated; here what does not hold is false.
      return sql<SqlBool>`not coalesce(${compileCondition(engine, condition.of, alias)}, 1 = 0)`
    case 'test':
      return compileTest(engine, condition, alias)
    case 'through': {
      const inner = `${alias}o`
      const key = targetField(condition.field, condition.to)
      if (!key) return sql<SqlBool>`1 = 0`
      return sql<SqlBool>`${column(alias, condition.field)} in (select ${column(inner, key)} from ${sql.id(condition.to.table)} as ${sql.id(inner)} where ${compileCondition(engine, condition.of, inner)})`
    }
  }
}

function joined(parts: readonly Where[], { by, empty }: { by: RawBuilder<unknown>; empty: Where }): Where {
  const [only] = parts
  if (only === undefined) return empty
  return parts.length === 1 ? only : sql<SqlBool>`(${sql.join(parts, by)})`
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

/** A part of a key may be stored in another way than its column was made for: whatever is shown so is meant. */
function equalsSql(engine: Engine, field: ModelField, value: Json): Where {
  const operand = column('r', field)
  if (value === null) return isNull(operand)
  if (engine.codec.oddities) return shownAs(engine, { operand, field }, value)
  return field.kind.parse(value, field.options).ok
    ? sql<SqlBool>`${operand} = ${encodeValue(engine, field, value)}`
    : sql<SqlBool>`1 = 0`
}

/** Whatever is shown as a value in a column, however it is stored. */
function shownAs(
  { codec }: Engine,
  { operand, field }: { readonly operand: RawBuilder<unknown>; readonly field: ModelField },
  value: Json,
): Where {
  const stored = codec.oddities?.(value, field.column) ?? []
  const [only] = stored
  if (only === undefined) return sql<SqlBool>`1 = 0`
  return stored.length === 1 ? sql<SqlBool>`${operand} = ${only}` : sql<SqlBool>`${operand} in (${sql.join(stored)})`
}

/** Whether a column holds values of several types on purpose, on an engine that can: then equal is what looks equal. */
function isMixed({ codec }: Engine, { column: held }: ModelField): boolean {
  return codec.oddities !== undefined && isMixedColumn(held)
}

interface Test {
  readonly field: ModelField
  readonly operator: FilterOperator
  readonly value: Json
}

function compileTest(engine: Engine, { field, operator, value }: Test, alias: string): Where {
  const operand = column(alias, field)
  const encode = (each: Json) => encodeValue(engine, field, each)
  const values = Array.isArray(value) ? (value as readonly Json[]) : []
  switch (operator) {
    case 'eq':
      if (value === null) return isNull(operand)
      return isMixed(engine, field)
        ? shownAs(engine, { operand, field }, value)
        : sql<SqlBool>`${operand} = ${encode(value)}`
    case 'ne':
      if (value === null) return isNotNull(operand)
      return isMixed(engine, field)
        ? sql<SqlBool>`not coalesce(${shownAs(engine, { operand, field }, value)}, 1 = 0)`
        : sql<SqlBool>`(${operand} <> ${encode(value)} or ${operand} is null)`
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
      return compileIn(operand, values, storedFor(engine, field))
    case 'nin':
      return sql<SqlBool>`not coalesce(${compileIn(operand, values, storedFor(engine, field))}, 1 = 0)`
    case 'contains':
      return sql<SqlBool>`${engine.like(operand, `%${escaped(value)}%`)}`
    case 'startsWith':
      return sql<SqlBool>`${engine.like(operand, `${escaped(value)}%`)}`
    case 'endsWith':
      return sql<SqlBool>`${engine.like(operand, `%${escaped(value)}`)}`
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

/** All that a column may hold for a value that is asked for. */
function storedFor(engine: Engine, field: ModelField): (value: Json) => readonly Stored[] {
  return (value) =>
    isMixed(engine, field) ? (engine.codec.oddities?.(value, field.column) ?? []) : [encodeValue(engine, field, value)]
}

function compileIn(
  operand: RawBuilder<unknown>,
  values: readonly Json[],
  storedOf: (value: Json) => readonly Stored[],
): Where {
  const present = values.filter((each) => each !== null).flatMap(storedOf)
  const parts = [
    ...(present.length > 0 ? [sql<SqlBool>`${operand} in (${sql.join(present)})`] : []),
    ...(values.includes(null) ? [isNull(operand)] : []),
  ]
  return joined(parts, { by: sql` or `, empty: sql<SqlBool>`1 = 0` })
}

/** The wildcards of LIKE taken as they are typed. */
function escaped(value: Json): string {
  return String(value).replace(/[\\%_]/g, '\\$&')
}
