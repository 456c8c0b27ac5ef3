/** What an odd database is: something that people really have, made by another program than ours. */
import { DatabaseSync } from 'node:sqlite'

/** A database, and what is odd about it. */
export interface OddDatabase {
  /** Follows "a database with": `composite keys`. */
  readonly oddity: string
  /** Makes the file, and beside it what another program would have left there. */
  make(path: string): void
}

/** A database that a few statements make. */
export function madeBy(oddity: string, statements: string): OddDatabase {
  return { oddity, make: (path) => withFile(path, (file) => file.exec(statements)) }
}

/** Opens a file as a careless program does, which nothing is forbidden to, and closes it again. */
export function withFile<Result>(path: string, work: (file: DatabaseSync) => Result): Result {
  const file = new DatabaseSync(path, {
    enableForeignKeyConstraints: false,
    enableDoubleQuotedStringLiterals: true,
    defensive: false,
  })
  try {
    return work(file)
  } finally {
    file.close()
  }
}
