/** All odd databases, by what is odd about them. */
import { oddColumns } from './columns.ts'
import { oddFiles } from './files.ts'
import { oddKeys } from './keys.ts'
import { databasesOfNames } from './names.ts'
import { oddObjects } from './objects.ts'
import type { OddDatabase } from './odd-database.ts'
import { oddReferences } from './references.ts'
import { oddValues } from './values.ts'

/** Every odd database that must be adopted as it is, by what is odd about it. */
export const oddDatabases: { readonly [part: string]: readonly OddDatabase[] } = {
  keys: oddKeys,
  columns: oddColumns,
  values: oddValues,
  references: oddReferences,
  names: databasesOfNames,
  objects: oddObjects,
  files: oddFiles,
}
