/** A program that writes into a database of ours and says what it has taken for durable: `node writing-program.ts FILE WRITES`; it ends as by a power cut. */
import { openSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openSqlite } from '../../engines/sqlite/open.ts'

const [path = '', wanted = '1000'] = process.argv.slice(2)
const writers = 8
const acknowledged = openSync(`${path}-acked`, 'a')

const database = await openSqlite(path)
while (!(await isKept(prepare()))) await pause(20)
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
    if (await isKept(write)) writeSync(acknowledged, `${id}\n`)
    else await pause(20)
  }
}

/** What was refused may be there all the same. */
async function prepare(): Promise<void> {
  await database.write(async (queries) => {
    await sql`create table if not exists note (id text primary key, body text) without rowid`.execute(queries)
    await sql`create table if not exists total (n integer)`.execute(queries)
    await sql`insert into total select 0 where not exists (select 1 from total)`.execute(queries)
  })
}

async function isKept(write: Promise<unknown>): Promise<boolean> {
  return await write.then(
    () => true,
    () => false,
  )
}
