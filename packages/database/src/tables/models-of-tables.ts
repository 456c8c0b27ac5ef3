/** Describes the tables of a database that somebody else made, as models: what a person would call them and how they belong together. */
import { type FieldDefinition, labelFromName, type ModelDefinition, type TimestampForm } from '@haykal/model'
import { sql } from 'kysely'
import type { ColumnShape, Database, Row, TableShape } from '../engine.ts'

/** What adopting a database gives. */
export interface Adoption {
  readonly models: readonly ModelDefinition[]
  /** What could not be shown, each as one sentence. */
  readonly doubts: readonly string[]
}

/** Reads the tables of a database and describes each as a model. Writes nothing. */
export async function modelsOfTables(database: Database): Promise<Adoption> {
  const tables = await database.engine.introspect(database.queries)
  const doubts: string[] = []
  const shown = tables.filter((table) => {
    const reason = reasonToHide(table)
    if (reason !== undefined) doubts.push(reason)
    return reason === undefined
  })
  const keys = new Map(shown.map((table) => [table.name, table]))
  const models = []
  for (const table of shown) models.push(await modelOfTable(database, table, keys))
  return { models, doubts }
}

function reasonToHide(table: TableShape): string | undefined {
  if (table.kind === 'view') return `The view ${table.name} is not shown yet: views have no key to tell rows apart.`
  if (table.key.length === 0)
    return `The table ${table.name} is not shown yet: it has no primary key to tell rows apart.`
  if (table.name === '-' || table.name.startsWith('.'))
    return `The table ${table.name} is not shown yet: its name cannot stand in an address.`
  return undefined
}

async function modelOfTable(
  database: Database,
  table: TableShape,
  tables: ReadonlyMap<string, TableShape>,
): Promise<ModelDefinition> {
  const samples = await sampleMoments(database, table)
  const fields: { [name: string]: FieldDefinition } = {}
  for (const column of table.columns) {
    const name = fieldName(column.name)
    fields[name] = {
      ...(relationOf(table, column, tables) ?? kindOfType(column, samples.get(column.name))),
      label: labelFromName(column.name),
      ...(name === column.name ? {} : { column: column.name }),
      ...(column.isNullable || column.hasDefault || table.key.includes(column.name) ? {} : { required: true }),
      ...(column.isUnique ? { unique: true } : {}),
      ...(column.isGenerated ? { generated: true } : {}),
    }
  }
  const title = guessTitle(table)
  return {
    name: table.name,
    label: labelFromName(table.name),
    plural: labelFromName(table.name),
    key: table.key.map(fieldName),
    ...(title === undefined ? {} : { title: fieldName(title) }),
    fields,
  }
}

/** Names that mean something in filters; the column keeps its own. */
function fieldName(column: string): string {
  const plain = column.replaceAll('.', '_')
  return ['and', 'or', 'not', '-', ''].includes(plain) || plain.startsWith('-') ? `_${plain}` : plain
}

function relationOf(
  table: TableShape,
  column: ColumnShape,
  tables: ReadonlyMap<string, TableShape>,
): FieldDefinition | undefined {
  const reference = table.references.find((each) => each.columns.length === 1 && each.columns[0] === column.name)
  // SQLite compares table names without regard to case.
  const target =
    reference && [...tables.values()].find((each) => each.name.toLowerCase() === reference.table.toLowerCase())
  if (!reference || !target) return undefined
  const isWholeKey = target.key.length === 1 && target.key[0]?.toLowerCase() === reference.targets[0]?.toLowerCase()
  if (!isWholeKey) return undefined
  const keyColumn = target.columns.find((each) => each.name === target.key[0])
  return {
    kind: 'relation',
    to: target.name,
    keyKind: columnKind(keyColumn?.type ?? '') === 'integer' ? 'integer' : 'text',
  } as FieldDefinition
}

/** What a declared type most likely means; the order matters, as `DATETIME` holds `DATE` and `POINT` holds `INT`. */
const typeWords: readonly (readonly [words: RegExp, kind: string])[] = [
  [/^BOOL/, 'boolean'],
  [/DATETIME|TIMESTAMP/, 'datetime'],
  [/^DATE/, 'date'],
  [/^JSON/, 'json'],
  [/BLOB|BYTEA|BINARY/, 'bytes'],
  [/NUMERIC|DECIMAL|MONEY/, 'decimal'],
  [/REAL|FLOA|DOUB/, 'number'],
  [/^(?!.*POINT).*INT|SERIAL/, 'integer'],
  [/CHAR\((\d{4,})\)|CLOB|TEXT/, 'longText'],
]

function columnKind(type: string): string {
  const upper = type.toUpperCase()
  return typeWords.find(([words]) => words.test(upper))?.[1] ?? 'text'
}

/** One line of text. The search box looks into each: an adopted database has few other hints of what matters. */
const shortText: FieldDefinition = { kind: 'text', searchable: true }

function kindOfType(column: ColumnShape, moments: MomentSample | undefined): FieldDefinition {
  const kind = columnKind(column.type)
  const [first, second] = numbersIn(column.type)
  if (kind === 'decimal') return { kind, ...(second === undefined ? {} : { scale: second }) } as FieldDefinition
  if (kind === 'datetime' && moments) {
    if (moments.areOther) return shortText
    return (
      moments.haveTime
        ? { kind, ...(moments.written === 'sql' ? { written: 'sql' } : {}) }
        : { kind: 'date', written: moments.written }
    ) as FieldDefinition
  }
  if (kind === 'text' && first !== undefined) return { ...shortText, maxLength: first } as FieldDefinition
  const isUnlimited = kind === 'longText' && !/CHAR|CLOB/.test(column.type.toUpperCase())
  // A TEXT column says nothing of length: one line until its values show more.
  return kind === 'text' || isUnlimited ? shortText : { kind }
}

/** `NUMERIC(10,2)` has 10 and 2. */
function numbersIn(type: string): number[] {
  return (/\(([\d\s,]+)\)/.exec(type)?.[1] ?? '')
    .split(',')
    .filter((each) => each.trim() !== '')
    .map(Number)
}

interface MomentSample {
  readonly written: TimestampForm
  readonly haveTime: boolean
  /** Numbers or texts of another form. */
  readonly areOther: boolean
}

/** How the moments of a table are written, from its first rows. */
async function sampleMoments(database: Database, table: TableShape): Promise<ReadonlyMap<string, MomentSample>> {
  const columns = table.columns.filter((column) => columnKind(column.type) === 'datetime')
  if (columns.length === 0) return new Map()
  const list = sql.join(columns.map((column) => sql.id(column.name)))
  const { rows } = await sql<Row>`select ${list} from ${sql.id(table.name)} limit 50`.execute(database.queries)
  return new Map(columns.map((column) => [column.name, momentSample(rows.map((row) => row[column.name]))]))
}

function momentSample(values: readonly unknown[]): MomentSample {
  const present = values.filter((value) => value !== null && value !== undefined)
  const texts = present.filter((value) => typeof value === 'string')
  return {
    written: texts.some((text) => text.includes('T')) || texts.length === 0 ? 'iso' : 'sql',
    haveTime: texts.length === 0 || texts.some((text) => text.length > 10 && !/[ T]00:00(:00(\.0+)?)?Z?$/.test(text)),
    areOther: texts.length < present.length || texts.some((text) => !/^\d{4}-\d{2}-\d{2}/.test(text)),
  }
}

/** Names that usually hold what people call a thing, the surest first. */
const titleNames = [
  /^(full|display)?_?name$/i,
  /^(last|family)_?name$/i,
  /^title$/i,
  /^label$|^subject$|^number$|^code$/i,
  /(name|title)$/i,
  /email|description/i,
]

function guessTitle(table: TableShape): string | undefined {
  const texts = table.columns.filter(
    (column) =>
      ['text', 'longText'].includes(columnKind(column.type)) &&
      !table.references.some((each) => each.columns.includes(column.name)),
  )
  for (const pattern of titleNames) {
    const found = texts.find((column) => pattern.test(column.name))
    if (found) return found.name
  }
  return undefined
}
