/** Database files as other programs make, change and break them: what the tests of adopted databases are about. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for one test file. */
export function makeFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'haykal-adopted-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Opens, writes and closes, in a process of its own: two copies of SQLite in one process would take each other's locks away. */
export function foreignWrite(file: string, statements: string): void {
  runForeign('database.exec(statement)', file, statements)
}

/** The rows that another program reads. */
export function foreignRead(file: string, statement: string): readonly { readonly [column: string]: unknown }[] {
  return JSON.parse(runForeign('console.log(JSON.stringify(database.prepare(statement).all()))', file, statement))
}

function runForeign(work: string, file: string, statement: string): string {
  const program = `
    const { DatabaseSync } = require('node:sqlite')
    const [file, statement] = process.argv.slice(1)
    const database = new DatabaseSync(file)
    ${work}
    database.close()`
  return execFileSync(process.execPath, ['--no-warnings', '-e', program, file, statement], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
}

/** Another program that has a file to itself until it is told to let it go. */
export async function holdForeign(file: string): Promise<{ letGo(): Promise<void> }> {
  const program = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1])
    database.exec('begin exclusive')
    console.log('held')
    process.stdin.once('data', () => { database.exec('rollback'); database.close(); process.exit() })`
  const child = spawn(process.execPath, ['--no-warnings', '-e', program, file], { stdio: ['pipe', 'pipe', 'ignore'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return {
    async letGo() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdin.end('now')
      await ended
    },
  }
}

/** A shop of three tables with a few pages. */
export function makeShop(file: string, { artist = 'Fairuz' } = {}): string {
  foreignWrite(
    file,
    `create table artists (id integer primary key, name text not null);
     create table albums (id integer primary key, title text not null, artist integer references artists (id));
     create table notes (id integer primary key, words text);
     insert into artists values (1, '${artist}');
     insert into albums values (1, 'Songs', 1);
     with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)
     insert into notes (words) select 'note ' || i || ' ${'x'.repeat(60)}' from n;`,
  )
  return file
}

/** A database of something else altogether. */
export function makeOther(file: string): string {
  foreignWrite(
    file,
    `create table engines (id integer primary key, power integer); insert into engines values (1, 90);
     create table wheels (id integer primary key, size integer);`,
  )
  return file
}

/** Another program begins a change that reaches the file, and dies in the middle of it. */
export async function dieInTheMiddle(file: string): Promise<void> {
  const program = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1])
    database.exec("pragma cache_size = 1; pragma cache_spill = 1; begin immediate; update notes set words = words || 'y'")
    console.log('in the middle')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', program, file], { stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}
