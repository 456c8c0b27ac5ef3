/** Reads the tables of an SQLite file from its own catalogue, in a few statements for all of them. */
import type { ColumnShape, Queries, ReferenceShape, Row, TableShape } from '../../../engine.ts'
import { choicesOf } from './choices.ts'
import { type Catalogue, groupRows, readCatalogue } from './columns.ts'
import { readObjects, readTriggers, type SqliteObject } from './objects.ts'
import { describeReading, type Reading, tablesOfView } from './reading.ts'
import { foldName } from './tokens.ts'

/** The tables, views and virtual tables that people made, with what virtual tables keep beside them; SQLite's own are left out. */
export async function introspectSqlite(queries: Queries): Promise<readonly TableShape[]> {
  const objects = await readObjects(queries)
  const triggers = await readTriggers(queries)
  const readings = await describeReading(queries, objects)
  const readable = objects.filter(({ name }) => readings.get(name)?.broken === undefined).map(({ name }) => name)
  const catalogue = await readCatalogue(queries, readable)
  const shapes = objects.map((object) =>
    shapeOf(object, catalogue, {
      reading: readings.get(object.name) ?? nothingRead,
      readsFrom: object.kind === 'view' ? tablesOfView(object, objects) : undefined,
      triggers: triggers.get(foldName(object.name)) ?? [],
    }),
  )
  const byName = new Map(shapes.map((shape) => [foldName(shape.name), shape]))
  return shapes.map((shape) => ({ ...shape, references: referencesOf(shape, catalogue, byName) }))
}

const nothingRead: Reading = { origins: new Map(), unsortable: new Set(), hasRowid: false }

interface Surroundings {
  readonly reading: Reading
  readonly readsFrom: readonly string[] | undefined
  readonly triggers: readonly string[]
}

function shapeOf(
  object: SqliteObject,
  catalogue: Catalogue,
  { reading, readsFrom, triggers }: Surroundings,
): TableShape {
  const { name, kind, module, shadowOf } = object
  const rows = catalogue.columns.get(name) ?? []
  const indexes = [...groupRows(catalogue.indexes.get(name) ?? [], (row) => String(row.index)).values()]
  const key = rows.filter((row) => Number(row.pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk))
  const keyNames = key.map((row) => String(row.name))
  // A key that has an index is not the row's own number, whatever its type (https://www.sqlite.org/lang_createtable.html#rowid).
  const hasKeyIndex = indexes.some(([first]) => first?.origin === 'pk')
  const isOwnNumber = (row: Row) =>
    key.length === 1 && row === key[0] && !hasKeyIndex && /^integer$/i.test(String(row.type))
  const unique = indexes.filter(isUniqueOfColumns).map((index) => index.map((part) => String(part.name)))
  const indexed = new Set(indexes.flatMap(([first]) => (Number(first?.partial) === 0 ? [String(first?.name)] : [])))
  const choices = kind === 'table' ? choicesOf(object.statement) : new Map<string, never>()
  const columns = rows
    .filter((row) => Number(row.hidden) !== 1)
    .map((row): ColumnShape => {
      const column = String(row.name)
      const values = choices.get(foldName(column))
      const origin = reading.origins.get(column)
      return {
        name: column,
        type: String(row.type ?? ''),
        isNullable: Number(row.is_required) === 0 && !isOwnNumber(row),
        hasDefault: row.dflt_value !== null,
        isGenerated: isOwnNumber(row),
        isComputed: Number(row.hidden) > 1,
        isUnique: unique.some((names) => names.length === 1 && names[0] === column),
        ...(isOwnNumber(row) || indexed.has(column) ? { isIndexed: true } : {}),
        ...(values === undefined ? {} : { choices: values }),
        ...(reading.unsortable.has(column) ? { isUnsortable: true } : {}),
        ...(origin === undefined ? {} : { origin }),
      }
    })
  const isNullable = new Map(columns.map((column) => [column.name, column.isNullable]))
  const rowNumber = rowNumberOf(object, columns, reading)
  return {
    name,
    kind,
    columns,
    key: keyNames,
    uniqueKeys: unique.filter(
      (names) => names.every((each) => isNullable.get(each) === false) && !isSameSet(names, keyNames),
    ),
    references: [],
    ...(rowNumber === undefined || columns.some((column) => column.isGenerated) ? {} : { rowNumber }),
    triggers,
    ...(readsFrom === undefined ? {} : { readsFrom }),
    ...(module === undefined ? {} : { module }),
    ...(shadowOf === undefined ? {} : { shadowOf }),
    ...(reading.broken === undefined ? {} : { broken: reading.broken }),
  }
}

/** Of every row, and of nothing but columns: an index on an expression has no name there. */
function isUniqueOfColumns(index: readonly Row[]): boolean {
  return index.every((part) => Number(part.is_unique) === 1 && Number(part.partial) === 0 && part.name !== null)
}

function isSameSet(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name) => others.includes(name))
}

function onDeleteOf(action: unknown): Pick<ReferenceShape, 'onDelete'> {
  return action === 'CASCADE' ? { onDelete: 'cascade' } : action === 'SET NULL' ? { onDelete: 'clear' } : {}
}

/** The names under which SQLite gives a row's number, unless a column bears them. */
const rowNumberNames = ['rowid', '_rowid_', 'oid']

function rowNumberOf(object: SqliteObject, columns: readonly ColumnShape[], reading: Reading): string | undefined {
  if (reading.broken !== undefined || object.kind === 'view' || object.isWithoutRowid) return undefined
  if (object.kind === 'virtual' && !reading.hasRowid) return undefined
  const taken = new Set(columns.map((column) => foldName(column.name)))
  return rowNumberNames.find((name) => !taken.has(name))
}

function referencesOf(
  { name, columns }: TableShape,
  catalogue: Catalogue,
  byName: ReadonlyMap<string, TableShape>,
): ReferenceShape[] {
  const parts = groupRows(catalogue.references.get(name) ?? [], (row) => String(row.id))
  return [...parts.values()].map((rows): ReferenceShape => {
    const named = String(rows[0]?.target)
    const target = byName.get(foldName(named))
    const isToKey = rows.every((row) => row.target_column === null)
    return {
      table: target?.name ?? named,
      columns: rows.map((row) => nameIn(columns, String(row.source))),
      targets: isToKey
        ? (target?.key ?? [])
        : rows.map((row) => nameIn(target?.columns ?? [], String(row.target_column))),
      ...onDeleteOf(rows[0]?.on_delete),
    }
  })
}

/** A column's name as its table has it. */
function nameIn(columns: readonly ColumnShape[], name: string): string {
  return columns.find((column) => foldName(column.name) === foldName(name))?.name ?? name
}
