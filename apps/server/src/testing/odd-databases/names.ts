/** Databases whose tables and columns have odd names. */
import { type OddDatabase, withFile } from './odd-database.ts'

/** Names that people, programs and importers of spreadsheets give. */
export const oddNames: readonly string[] = [
  'order',
  'select',
  'a b',
  ' a ',
  'a"b',
  "a'b",
  'a.b',
  '.hidden',
  '..',
  'a/b',
  '%2F',
  '-',
  '-a',
  '~a',
  'a,b',
  'and',
  'or',
  'not',
  'id',
  'new',
  'العملاء',
  'é',
  '🫖',
  'Straße',
  'a`b',
  'a[b]',
  'a\\b',
  'a;b',
  'a?b#c&d=e',
  '__proto__',
  'constructor',
  'toString',
  'rowid',
  'f0',
  's0',
  'r',
  'null',
  '0',
  'a\nb',
  '$1',
  ':a',
  '*',
  '',
]

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Databases with one table, or one column, of each name. */
export const databasesOfNames: readonly OddDatabase[] = [
  {
    oddity: 'a table of each odd name',
    make: (path) =>
      withFile(path, (file) => {
        for (const name of oddNames) {
          file.exec(`create table ${quoted(name)} (id integer primary key, name text);
            insert into ${quoted(name)} values (1, 'a'), (2, 'b')`)
        }
      }),
  },
  {
    oddity: 'a column of each odd name',
    make: (path) =>
      withFile(path, (file) => {
        // The key has a name that none of the others has.
        file.exec(
          `create table odd (key integer primary key, ${oddNames.map((name) => `${quoted(name)} text`).join(', ')})`,
        )
        const row = file.prepare(`insert into odd values (?, ${oddNames.map(() => '?').join(', ')})`)
        for (const key of [1, 2, 3, 4]) row.run(key, ...oddNames.map((_, index) => `v${index} ${key}`))
      }),
  },
  {
    oddity: 'keys and foreign keys of odd names',
    make: (path) =>
      withFile(path, (file) => {
        for (const [index, name] of oddNames.entries()) {
          const child = quoted(`child of ${index}`)
          file.exec(`create table ${quoted(name)} (${quoted(name)} integer primary key, title text);
            insert into ${quoted(name)} values (1, 'a');
            create table ${child} (${quoted(name)} integer references ${quoted(name)} (${quoted(name)}), n integer, primary key (${quoted(name)}, n));
            insert into ${child} values (1, 1), (null, 2)`)
        }
      }),
  },
  {
    oddity: 'names that differ by what a name may not hold, or by letter case in Unicode',
    make: (path) =>
      withFile(path, (file) => {
        const tables = ['a.b', 'a_b', 'a b', '.a', '_a', '-a', 'É', 'é', 'and', '_and']
        const columns = ['x.y', 'x_y', '-x', '_-x', '_x', 'É', 'é', 'or', '_or', 'x,y', 'x y']
        for (const table of tables) {
          file.exec(`create table ${quoted(table)} (key integer primary key, ${columns.map((column) => `${quoted(column)} text`).join(', ')});
            insert into ${quoted(table)} values (1, ${columns.map((_, index) => `'v${index}'`).join(', ')})`)
        }
      }),
  },
]
