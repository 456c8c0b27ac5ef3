/** Databases that nobody wrote: random tables, keys, pointers, views and values, as the statements that make them. */
import fc from 'fast-check'
import { quoted } from './file-truth.ts'
import { oddNames } from './names.ts'
import { withFile } from './odd-database.ts'

const nastyText = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '_',
    ' ',
    '.',
    '/',
    '"',
    "'",
    '%',
    '-',
    '~',
    ',',
    'é',
    'ع',
    '🫖',
    '[',
    '`',
    '\\',
    '(',
    ';',
    '0',
    '\n',
    ':',
  ),
  minLength: 0,
  maxLength: 4,
})

const name = fc.oneof(
  {
    arbitrary: fc.constantFrom('a', 'b', 'name', 'title', 'created_at', 'price', 'person_id', 'status', 'email'),
    weight: 3,
  },
  { arbitrary: fc.constantFrom(...oddNames), weight: 2 },
  { arbitrary: nastyText, weight: 1 },
)

const type = fc.constantFrom(
  ...[
    'integer',
    'text',
    'real',
    'blob',
    'numeric',
    '',
    'any',
    'datetime',
    'date',
    'boolean',
    'decimal(10,2)',
    'varchar(20)',
    'json',
    'banana',
    'bigint',
  ],
)

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A value as SQL writes it, of every storage class. */
const value = fc.oneof(
  fc.constant('null'),
  fc.integer({ min: -3, max: 3 }).map(String),
  fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }).map(String),
  fc
    .double({ noDefaultInfinity: true, noNaN: true })
    .map((number) =>
      Number.isInteger(number)
        ? `${number.toString().replace('e+', 'e')}${/[e.]/.test(String(number)) ? '' : '.0'}`
        : String(number),
    ),
  fc.constantFrom('9e999', '-9e999', '-0.0', '1e15', "''", "'5'", '5', '5.0', "'5.0'", "'true'", "'a'", "'A'", "'a '"),
  fc.constantFrom(
    "'2026-01-31'",
    "'2026-01-31 10:20:30'",
    "'2026-01-31T10:20:30.123Z'",
    '1767261600',
    '1767261600123',
    '2461042.5',
    "'0000-00-00'",
  ),
  fc
    .oneof(nastyText, fc.constantFrom(...oddNames), fc.string({ maxLength: 8 }))
    .filter((text) => !text.includes('\0'))
    .map(literal),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => `x'${Buffer.from(bytes).toString('hex')}'`),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => `cast(x'${Buffer.from(bytes).toString('hex')}' as text)`),
)

const constraint = fc.oneof(
  { arbitrary: fc.constant(''), weight: 6 },
  {
    arbitrary: fc.constantFrom(
      'not null',
      'unique',
      'collate nocase',
      'default 7',
      'default (1 + 1)',
      'check (1 in (1, 2))',
      'unique not null',
    ),
    weight: 2,
  },
)

const keys = fc.constantFrom('none', 'first', 'first', 'integer', 'integer', 'two', 'last', 'descending')

const table = fc.record({
  name,
  columns: fc.uniqueArray(fc.record({ name, type, constraint }), {
    minLength: 1,
    maxLength: 5,
    selector: (column) => column.name.toLowerCase(),
  }),
  key: keys,
  ending: fc.constantFrom('', '', '', '', 'without rowid', 'strict'),
  pointsTo: fc.option(fc.nat(4), { freq: 2 }),
  computed: fc.boolean(),
  rows: fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { maxLength: 7 }),
})

type RandomTable = typeof table extends fc.Arbitrary<infer Value> ? Value : never

/** The statements of a random database; some of them SQLite itself refuses. */
export const randomDatabase: fc.Arbitrary<readonly string[]> = fc
  .record({
    tables: fc.array(table, { minLength: 1, maxLength: 4 }),
    views: fc.array(fc.record({ name, of: fc.nat(3), form: fc.nat(4) }), { maxLength: 2 }),
    encoding: fc.constantFrom('UTF-8', 'UTF-8', 'UTF-8', 'UTF-16le'),
  })
  // Bytes that become texts of UTF-16 are halves of letters as often as not, and SQLite itself reads those in several ways.
  .map(({ tables, views, encoding }) => ({
    tables: encoding === 'UTF-8' ? tables : tables.map(withoutBytes),
    views,
    encoding,
  }))
  .map(({ tables, views, encoding }) => [
    ...(encoding === 'UTF-8' ? [] : [`pragma encoding = '${encoding}'`]),
    ...tables.flatMap((each) => [createTable(each, tables), ...each.rows.map((row) => insertRow(each, row))]),
    ...views.map(
      ({ name: called, of, form }) => `create view ${quoted(called)} as ${viewOf(tables[of % tables.length], form)}`,
    ),
  ])

function withoutBytes(table: RandomTable): RandomTable {
  const rows = table.rows.map((row) => row.map((each) => (/^(x'|cast)/.test(each) ? 'null' : each)))
  return { ...table, rows }
}

function createTable(
  { name: called, columns, key, ending, pointsTo, computed }: RandomTable,
  tables: readonly RandomTable[],
): string {
  const [first, second] = columns
  const last = columns.at(-1)
  const target = pointsTo === null ? undefined : tables[pointsTo % tables.length]
  const lines = [
    ...columns.map((column, index) =>
      index === 0 && key === 'integer'
        ? `${quoted(column.name)} integer primary key`
        : index === 0 && key === 'descending'
          ? `${quoted(column.name)} ${quoted(column.type)} primary key desc`
          : `${quoted(column.name)} ${column.type === '' ? '' : column.type} ${column.constraint}`.trimEnd(),
    ),
    ...(computed && last ? [`computed as (${quoted(last.name)} || 'x')`] : []),
    ...(key === 'first' && first ? [`primary key (${quoted(first.name)})`] : []),
    ...(key === 'two' && first
      ? [`primary key (${[second, first].flatMap((each) => (each ? [quoted(each.name)] : [])).join(', ')})`]
      : []),
    ...(key === 'last' && last ? [`primary key (${quoted(last.name)})`] : []),
    ...(target && last ? [`foreign key (${quoted(last.name)}) references ${quoted(target.name)}`] : []),
  ]
  return `create table ${quoted(called)} (${lines.join(', ')}) ${ending}`.trimEnd()
}

function insertRow({ name: called, columns }: RandomTable, row: readonly string[]): string {
  return `insert into ${quoted(called)} (${columns.map((column) => quoted(column.name)).join(', ')}) values (${row.slice(0, columns.length).join(', ')})`
}

function viewOf(of: RandomTable | undefined, form: number): string {
  const from = quoted(of?.name ?? '')
  const column = quoted(of?.columns.at(-1)?.name ?? '')
  const forms = [
    `select * from ${from}`,
    `select ${column}, count(*) from ${from} group by 1`,
    `select a.*, b.${column} from ${from} a, ${from} b`,
    `select ${column} as x from ${from} where ${column} is not null`,
    `select 1 from "gone"`,
  ]
  return forms[form % forms.length] ?? ''
}

/** Makes the file, passing over what SQLite refuses; gives the statements that it took. */
export function makeRandomDatabase(path: string, statements: readonly string[]): readonly string[] {
  return withFile(path, (file) =>
    statements.filter((statement) => {
      try {
        file.exec(statement)
        return true
      } catch {
        return false
      }
    }),
  )
}
