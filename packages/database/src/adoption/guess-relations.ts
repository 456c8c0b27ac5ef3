/** Makes relations of foreign keys, and of the columns of views that are some table's key or relation. */
import type { Doubt, FieldDefinition, OnRemove, ReferenceDefinition } from '@haykal/model'
import { sql } from 'kysely'
import type { Database, ReferenceShape, Stored } from '../engine.ts'
import type { AdoptedTable } from './adopted-table.ts'
import { sortOf } from './kinds/column-look.ts'

/** A pointer to a record of another model. */
export interface RelationField extends FieldDefinition {
  readonly kind: 'relation'
  readonly to: string
  readonly keyKind: 'integer' | 'text'
  /** The field there whose value is held; absent: the key. */
  readonly toField?: string
  /** What becomes of the record once the other one is removed; absent: it keeps that from happening. */
  readonly onRemove?: OnRemove
}

/** What the foreign keys of a table became. */
export interface RelationGuesses {
  /** By column. */
  readonly relations: ReadonlyMap<string, RelationField>
  readonly references: readonly ReferenceDefinition[]
  readonly doubts: readonly Doubt[]
}

/** All tables that become models, by name. */
export type AdoptedTables = ReadonlyMap<string, AdoptedTable>

/** Guesses the relations of a table; `isThere` tells of views, to which nothing can point. */
export function guessRelations(
  table: AdoptedTable,
  tables: AdoptedTables,
  isThere: (name: string) => boolean,
): RelationGuesses {
  const relations = new Map<string, RelationField>()
  const references: ReferenceDefinition[] = []
  const doubts: Doubt[] = []
  for (const reference of table.shape.references) {
    const target = tables.get(reference.table)
    const params = { field: fieldsOf(table, reference), table: reference.table }
    const hasTargets =
      target && reference.targets.length > 0 && reference.targets.every((name) => hasColumn(target, name))
    if (!target && isThere(reference.table)) doubts.push({ code: 'reference_not_unique', params })
    else if (!hasTargets) doubts.push({ code: 'reference_gone', params })
    else if (reference.columns.length === 1) {
      const [column = ''] = reference.columns
      const relation = relationTo(target, reference.targets[0] ?? '')
      if (relation && isHeld(table, column, relation))
        relations.set(column, relations.get(column) ?? { ...relation, ...onRemoveOf(table, reference) })
      else doubts.push({ code: 'reference_not_unique', params })
    } else if (isUnique(target, reference.targets) && reference.columns.every((name) => hasColumn(table, name))) {
      const fields = reference.columns.map((name, index) => [
        table.fieldOf(name),
        target.fieldOf(reference.targets[index] ?? ''),
      ])
      references.push({ to: target.model, fields: Object.fromEntries(fields) })
      doubts.push({ code: 'reference_of_several', params: { fields: params.field, table: reference.table } })
    } else doubts.push({ code: 'reference_not_unique', params })
  }
  return { relations, references, doubts }
}

/** The relations of a view: its columns point where those of its tables do, and to those tables themselves by their keys. */
export function guessViewRelations(
  view: AdoptedTable,
  tables: AdoptedTables,
  relationsOf: (table: string) => ReadonlyMap<string, RelationField>,
): ReadonlyMap<string, RelationField> {
  return new Map(
    view.columns.flatMap(({ name, origin }) => {
      const table = origin && tables.get(origin.table)
      if (!table) return []
      const isKey = table.key.columns.length === 1 && table.key.columns[0] === origin.column
      const relation =
        relationsOf(origin.table).get(origin.column) ?? (isKey ? relationTo(table, origin.column) : undefined)
      if (!relation || !isHeld(view, name, relation)) return []
      // What is shown in a view is removed from its table.
      const { onRemove: _, ...shown } = relation
      return [[name, shown] as const]
    }),
  )
}

/** What the database would do by itself is done by us, so that it is kept in the history and can be taken back. */
function onRemoveOf(
  { columns }: AdoptedTable,
  { onDelete, columns: [own] }: ReferenceShape,
): Pick<RelationField, 'onRemove'> {
  const isNullable = columns.some(({ name, isNullable: may }) => name === own && may)
  return onDelete === undefined || (onDelete === 'clear' && !isNullable) ? {} : { onRemove: onDelete }
}

/** Counts the sampled values of each relation that point to nothing. */
export async function countDangling(
  database: Database,
  table: AdoptedTable,
  { relations, tables }: { readonly relations: ReadonlyMap<string, RelationField>; readonly tables: AdoptedTables },
): Promise<readonly Doubt[]> {
  const doubts: Doubt[] = []
  for (const column of relations.keys()) {
    const reference = table.shape.references.find((each) => each.columns.length === 1 && each.columns[0] === column)
    const target = reference && tables.get(reference.table)
    // What was cut is not the value.
    const values = [...table.look(column).distinct].filter((value) => typeof value !== 'string' || value.length < 300)
    if (!target || values.length === 0 || !reference?.targets[0]) continue
    const count = await countMissing(database, values, { table: target.shape.name, column: reference.targets[0] })
    if (count > 0) doubts.push({ code: 'reference_dangling', params: { field: table.fieldOf(column), count } })
  }
  return doubts
}

async function countMissing(
  database: Database,
  values: readonly Stored[],
  { table, column }: { readonly table: string; readonly column: string },
): Promise<number> {
  const list = sql.join(values.map((value) => sql`(${value})`))
  const { rows } = await sql<{ n: Stored }>`
    select count(*) as n from (values ${list}) as v
    where not exists (select 1 from ${sql.id(table)} as t where ${sql.id('t', column)} = v.column1)`.execute(
    database.queries,
  )
  return Number(rows[0]?.n ?? 0)
}

/** A relation to the records of a table by one of its columns; undefined where the column does not tell them apart, or cannot be pointed to. */
function relationTo(target: AdoptedTable, column: string): RelationField | undefined {
  const shape = target.columns.find(({ name }) => name === column)
  if (!shape || shape.isUnsortable || !isUnique(target, [column])) return undefined
  const keyKind = keyKinds.get(JSON.stringify(plainKind(target.kindOf(column).field)))
  if (keyKind === undefined) return undefined
  const isKey = target.key.columns.length === 1 && target.key.columns[0] === column
  return { kind: 'relation', to: target.model, keyKind, ...(isKey ? {} : { toField: target.fieldOf(column) }) }
}

/** The kind alone, and what tells texts from texts beside numbers. */
function plainKind({
  kind,
  ...options
}: FieldDefinition & { readonly isMixed?: boolean; readonly options?: readonly unknown[] }) {
  const isNumeric = options.options?.some((option) => typeof option === 'number') === true
  return options.isMixed === true || isNumeric ? { kind, isOther: true } : { kind }
}

const keyKinds: ReadonlyMap<string, RelationField['keyKind']> = new Map(
  (
    [
      ['integer', 'integer'],
      ['text', 'text'],
      ['longText', 'text'],
      ['choice', 'text'],
    ] as const
  ).map(([kind, keyKind]) => [JSON.stringify({ kind }), keyKind]),
)

/** Whether every sampled value is of the sort that the relation holds. */
function isHeld(table: AdoptedTable, column: string, { keyKind }: RelationField): boolean {
  const { distinct } = table.look(column)
  const isSortable = table.columns.some(({ name, isUnsortable }) => name === column && !isUnsortable)
  return isSortable && [...distinct].every((value) => sortOf(value) === keyKind)
}

function isUnique({ shape }: AdoptedTable, columns: readonly string[]): boolean {
  const isSame = (key: readonly string[]) =>
    key.length === columns.length && columns.every((name) => key.includes(name))
  if ([shape.key, ...shape.uniqueKeys].some(isSame)) return true
  return columns.length === 1 && shape.columns.some(({ name, isUnique: alone }) => alone && name === columns[0])
}

function hasColumn(table: AdoptedTable, column: string): boolean {
  return table.columns.some(({ name }) => name === column)
}

function fieldsOf(table: AdoptedTable, { columns }: ReferenceShape): string {
  return columns.map((column) => table.fieldOf(column)).join(', ')
}
