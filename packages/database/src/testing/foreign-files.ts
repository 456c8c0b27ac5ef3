/** SQLite files as other programs leave them, broken ones too, for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll } from 'vitest'

/** What is in a file. */
export interface ForeignFile {
  readonly statements: string
  /** Texts in the catalogue that are replaced afterwards, so that SQLite finds them broken. */
  readonly rewrite?: { readonly [from: string]: string }
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
    make({ statements, rewrite = {} }) {
      const path = join(folder, `${count++}.sqlite`)
      const file = new SqliteFile(path)
      file.pragma('foreign_keys = off')
      file.exec(statements)
      file.unsafeMode(true)
      file.pragma('writable_schema = on')
      for (const [from, to] of Object.entries(rewrite)) {
        file.prepare('update sqlite_schema set sql = replace(sql, ?, ?)').run(from, to)
      }
      file.close()
      return path
    },
  }
}
