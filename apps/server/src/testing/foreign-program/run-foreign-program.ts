/** Runs a program of somebody else's that writes into a file, and tells how long it had to wait for others. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What the program went through. Times are milliseconds. */
export interface ForeignReport {
  /** Its changes that were committed. */
  readonly written: number
  /** How long a change had to wait for a lock of others. */
  readonly median: number
  readonly p99: number
  readonly longest: number
  /** By how much its own pauses were longer than asked for: the machine was busy with other things, locks had no part in it. */
  readonly latest: number
}

/** A program that runs. */
export interface ForeignProgram {
  readonly ended: Promise<ForeignReport>
}

/** Starts the program for so many milliseconds; it has begun to write when this returns. The file has the tables of `makeForeignFile`. */
export async function runForeignProgram(path: string, milliseconds: number): Promise<ForeignProgram> {
  const script = fileURLToPath(new URL('./foreign-program.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path, String(milliseconds)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const exit = once(child, 'close')
  await Promise.race([once(reader, 'line'), exit])
  const ended = exit.then(() => {
    const last = lines.at(-1)
    if (last === undefined || !last.startsWith('{')) throw new Error(`the foreign program stopped: ${said}`)
    return JSON.parse(last) as ForeignReport
  })
  return { ended }
}

/** The statements that make what the program writes to, and a table to read meanwhile of so many rows of 500 bytes. */
export function foreignTables(rows: number): string {
  return `create table counter (name text primary key, n integer not null);
    insert into counter values ('foreign', 0), ('ours', 0);
    create table foreign_note (id integer primary key, note text);
    create table article (id integer primary key, title text, body text, words integer);
    insert into article with recursive n (n) as (select 1 union all select n + 1 from n where n < ${rows})
      select n, 'Article ' || n, replace(hex(zeroblob(220)), '00', 'ab'), (n * 7919) % 100003 from n`
}
