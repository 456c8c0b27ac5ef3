/** Refuses code that asks which database engine it is on: engines differ by named capabilities, inside their own folder. */
import { findMatches, withoutComments } from './sources.mjs'

const name = String.raw`['"\`](?:sqlite|sqlite3|better-sqlite3|postgres|postgresql|pg)(?::\/\/|:)?['"\`]`
const comparison = new RegExp(
  String.raw`[!=]==?\s*${name}|${name}\s*[!=]==?|\bcase\s+${name}|\.(?:startsWith|includes)\(\s*${name}`,
  'g',
)

/** @type {import('./sources.mjs').SourceCheck} */
export const engineNames = {
  reads: (path) =>
    /^(apps|packages|examples)\/.*\.tsx?$/.test(path) &&
    !path.startsWith('packages/database/src/engines/') &&
    !path.endsWith('.test.ts'),
  find: (source) =>
    findMatches(
      withoutComments(source),
      comparison,
      () => 'names a database engine; add a capability to the engine (packages/database/src/engines) and ask for that.',
    ),
}
