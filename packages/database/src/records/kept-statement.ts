/** Statements that are asked again and again with other values: compiled once, as compiling them costs more than what SQLite does for them. */
import type { QueryResult, RawBuilder } from 'kysely'
import type { Connection, Engine, Row, Stored } from '../engine.ts'
import { askCompiled } from '../standing-connection.ts'

/** A statement as it was compiled, with the parameters that are always the same: those before and after the ones that are given. */
interface Kept {
  readonly text: string
  readonly before: readonly unknown[]
  readonly after: readonly unknown[]
}

/** By engine, by what the statement is about, then by its name. What it is about is made once and stays, such as the fields of a model. */
const keptOf = new WeakMap<Engine, WeakMap<object, Map<string, Kept>>>()

/** Statements kept for one thing: an edit of every set of fields is one, so that there may be many. */
const mostKept = 200

/** Which statement is asked. */
export interface KeptStatement {
  readonly about: object
  /** Tells it apart from the others about the same. */
  readonly name: string
  /** Makes it. */
  build(): RawBuilder<Row>
  /** Its changing values, in the order of their places. */
  readonly values: readonly Stored[]
  /** Where they stand among the parameters that are always the same. */
  readonly stand: 'first' | 'last'
}

/** Asks it. */
export async function askKept(
  { engine, queries }: Connection,
  { about, name, build, values, stand }: KeptStatement,
): Promise<QueryResult<Row>> {
  const statements = statementsAbout(engine, about)
  const known = statements.get(name)
  if (known)
    return await askCompiled<Row>(queries, {
      sql: known.text,
      parameters: [...known.before, ...values, ...known.after],
    })
  const query = build().compile(queries)
  const { sql: text, parameters } = query
  if (statements.size >= mostKept) statements.clear()
  const position = stand === 'first' ? 0 : parameters.length - values.length
  statements.set(name, {
    text,
    before: parameters.slice(0, position),
    after: parameters.slice(position + values.length),
  })
  return await askCompiled<Row>(queries, query)
}

function statementsAbout(engine: Engine, about: object): Map<string, Kept> {
  const ofEngine = keptOf.get(engine) ?? new WeakMap<object, Map<string, Kept>>()
  const statements = ofEngine.get(about)
  if (statements) return statements
  const none = new Map<string, Kept>()
  keptOf.set(engine, ofEngine.set(about, none))
  return none
}
