/** SQLite files as other programs leave them, broken ones too, for tests. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll } from 'vitest'

/** What is in a file. */
export interface ForeignFile {
  readonly statements: string
  /** Texts in the catalogue that are replaced afterwards, so that SQLite finds them broken. */
  readonly rewrite?: { readonly [from: string]: string }
  /** A table whose first page is overwritten, so that nothing of it can be read. */
  readonly damaged?: string
}

/** Declares a folder for the tests of a file, gone when they are done; `make` gives the path of a new file in it. */
export function foreignFiles(): { make(file: ForeignFile): string } {
  let folder = ''
  let count = 0
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'haykal-foreign-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    make({ statements, rewrite = {}, damaged }) {
      const path = join(folder, `${count++}.sqlite`)
      const file = new SqliteFile(path)
      file.pragma('foreign_keys = off')
      file.exec(statements)
      file.unsafeMode(true)
      file.pragma('writable_schema = on')
      for (const [from, to] of Object.entries(rewrite)) {
        file.prepare('update sqlite_schema set sql = replace(sql, ?, ?)').run(from, to)
      }
      const page = file
        .prepare('select rootpage from sqlite_schema where name = ?')
        .pluck()
        .get(damaged ?? '')
      const size = Number(file.pragma('page_size', { simple: true }))
      file.close()
      if (damaged !== undefined) overwrite(path, { from: (Number(page) - 1) * size, size })
      return path
    },
  }
}

function overwrite(path: string, { from, size }: { readonly from: number; readonly size: number }): void {
  const descriptor = openSync(path, 'r+')
  writeSync(descriptor, Buffer.alloc(size, 0x5a), 0, size, from)
  closeSync(descriptor)
}
