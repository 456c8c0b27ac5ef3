/** Compiles Kysely's queries so that SQLite keeps their plans. */
import { SqliteQueryCompiler } from 'kysely'

/**
 * Where a parameter stands beside an indexed column, SQLite plans the statement anew for each value, as another plan might suit it better
 * (https://www.sqlite.org/c3ref/prepare.html). For a short statement that costs five times what it does (docs/performance.md). After a `+`,
 * which changes nothing else, it does not look at the value.
 */
export class PlanKeepingCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}
