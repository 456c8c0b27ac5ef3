/** Whether jobs of several people may share a transaction: not where the tables themselves can undo all of it for the mistake of one. */
import type SqliteFile from 'better-sqlite3'

/**
 * Gives a function that tells it for the schema as it is now; as cheap as a glance at its number. A trigger or a constraint can say
 * `rollback`, and a foreign key that is `deferred` is looked at when all is committed, for whoever broke it.
 */
export function schemaBinds(file: SqliteFile.Database): () => boolean {
  const version = file.prepare('pragma schema_version').pluck()
  let known: unknown
  let mayGroup = true
  return () => {
    const now = version.get()
    if (now !== known) {
      const binding = "select 1 from sqlite_schema where sql like '%rollback%' or sql like '%deferred%' limit 1"
      mayGroup = file.prepare(binding).get() === undefined
      known = now
    }
    return mayGroup
  }
}
