/** A file with many tables and one large one, made fast. */
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs'
import { withFile } from '../odd-databases/odd-database.ts'

/** The rows of the large table are of about 3,600 bytes, which is one a page. */
const rowBytes = 3600

/** Makes a file of so many tables; one of them, `big`, is of about so many bytes. Gives the bytes of the file. */
export function makeManyTables(path: string, { tables, bytes }: { tables: number; bytes: number }): number {
  withFile(path, (file) => {
    // A file that is being made needs no way back.
    file.exec('pragma journal_mode = off; pragma synchronous = off; begin')
    for (let index = 1; index < tables; index += 1) {
      file.exec(`create table part_${index} (id integer primary key, name text not null, created_at datetime, price decimal(10,2),
          big_id integer references big, status text check (status in ('open', 'done')));
        insert into part_${index} with recursive n (n) as (select 1 union all select n + 1 from n where n < 20)
          select n, 'Part ' || n, '2026-01-01 10:00:00', n * 1.25, n, iif(n % 2, 'open', 'done') from n`)
    }
    file.exec(`create table big (id integer primary key, name text not null, body text, price decimal(10,2), created_at datetime);
      insert into big with recursive n (n) as (select 1 union all select n + 1 from n where n < ${Math.max(50, Math.round(bytes / 4096))})
        select n, 'Big ' || n, replace(hex(zeroblob(${rowBytes / 2})), '00', 'ab'), n * 0.25, '2026-01-01 10:00:00' from n;
      commit`)
  })
  // What is still on its way to the disk would slow down whatever is measured next.
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
  return statSync(path).size
}
