/** Databases whose files are odd: their pages, their encoding, and what other programs left beside them. */
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { madeBy, type OddDatabase, withFile } from './odd-database.ts'

const people = `create table person (id integer primary key, name text, city text);
  insert into person values (1, 'مريم', 'Cairo'), (2, 'Bob 🫖', 'Berlin'), (3, 'Cem', 'Cairo'), (4, 'Émile', null);`

/** Each sort of file that SQLite opens. */
export const oddFiles: readonly OddDatabase[] = [
  ...[512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536].map((size) =>
    madeBy(`pages of ${size} bytes`, `pragma page_size = ${size}; ${people}`),
  ),
  madeBy('texts in UTF-16, little end first', `pragma encoding = 'UTF-16le'; ${people}`),
  madeBy('texts in UTF-16, big end first', `pragma encoding = 'UTF-16be'; ${people}`),
  madeBy(
    'a user_version and an application_id of others',
    `pragma user_version = -7; pragma application_id = 1196444487; ${people}`,
  ),
  madeBy(
    'pages that are free, and a map of them',
    `pragma auto_vacuum = full; ${people} create table large (x); insert into large values (zeroblob(100000)); drop table large`,
  ),
  { oddity: 'a log that is not merged yet', make: (path) => copyWhileOpen(path, 'wal') },
  {
    oddity: 'the mode of a log, closed in order',
    make: (path) => withFile(path, (file) => file.exec(`pragma journal_mode = wal; ${people}`)),
  },
  {
    oddity: 'an empty log left beside it',
    make(path) {
      withFile(path, (file) => file.exec(`pragma journal_mode = wal; ${people}`))
      writeFileSync(`${path}-wal`, '')
    },
  },
  {
    oddity: 'a journal that is kept',
    make: (path) => withFile(path, (file) => file.exec(`pragma journal_mode = persist; ${people}`)),
  },
]

/** A file in which a program stopped in the middle of a change: half of it is written, the journal beside it says how to take it back. */
export function makeWithHotJournal(path: string): void {
  copyWhileOpen(path, 'journal')
}

/** A file with a view that names another file: no program can open it, SQLite itself included. */
export function makeNamingAttached(path: string): void {
  const other = `${path}.other`
  withFile(other, (file) => {
    file.exec(`attach '${path}' as shop; create table shop.item (id integer primary key, name text);
      create view shop.everything as select * from shop.item`)
  })
  rmSync(other, { force: true })
}

/** The files of a database as they lie there while a program has them open. */
function copyWhileOpen(path: string, left: 'wal' | 'journal'): void {
  const open = `${path}.open`
  const file = new DatabaseSync(open)
  try {
    if (left === 'wal') {
      file.exec(`pragma journal_mode = wal; ${people} pragma wal_checkpoint(truncate); pragma wal_autocheckpoint = 0;
        insert into person values (5, 'only in the log', 'Tyre'); create table late (id integer primary key, name text); insert into late values (1, 'also')`)
    } else {
      // Of a cache that is too small, pages go to the file before the end of the transaction.
      file.exec(`${people} pragma cache_size = 1; begin; update person set city = 'nowhere';
        create table half (x); insert into half select zeroblob(3000) from person a, person b, person c`)
    }
    for (const suffix of ['', `-${left}`]) copyFileSync(open + suffix, path + suffix)
    if (left === 'journal') file.exec('rollback')
  } finally {
    file.close()
    for (const suffix of ['', '-wal', '-shm', '-journal']) if (existsSync(open + suffix)) rmSync(open + suffix)
  }
}
