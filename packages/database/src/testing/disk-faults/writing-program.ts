/** A program that writes into a database of ours and says what it has taken for durable: `node writing-program.ts FILE WRITES`; it ends as by a power cut. */
import { openSync, writeSync } from 'node:fs'
import { sql } from 'kysely'
import { openSqlite } from '../../engines/sqlite/open.ts'

const [path = '', wanted = '1000'] = process.argv.slice(2)
const writers = 8
const acknowledged = openSync(`${path}-acked`, 'a')

const database = await openSqlite(path)
await database.write(async (queries) => {
  await sql`create table note (id text primary key, body text) without rowid`.execute(queries)
  await sql`create table total (n integer)`.execute(queries)
  await sql`insert into total values (0)`.execute(queries)
})
let begun = 0
await Promise.all(Array.from({ length: writers }, writeOn))
process.kill(process.pid, 'SIGKILL')

async function writeOn(): Promise<void> {
  while (begun < Number(wanted)) {
    begun += 1
    // Scattered over the tree, so that many pages change.
    const id = `${(begun * 7919) % 10_007}-${begun}`
    const write = database.write(async (queries) => {
      await sql`insert into note values (${id}, ${'x'.repeat(600 + (begun % 900))})`.execute(queries)
      await sql`update total set n = n + 1`.execute(queries)
    })
    const isKept = await write.then(
      () => true,
      () => false,
    )
    if (isKept) writeSync(acknowledged, `${id}\n`)
    else await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
