/** How many records a part of a condition finds: counted up to a bound, and known for a minute, as it decides how a page is read, never what is in it. */
import type { ListCondition, Model } from '@haykal/model'
import { sql } from 'kysely'
import type { Engine, Queries, Row } from '../engine.ts'
import { compileUpTo } from './compile-condition.ts'
import { questionOf } from './once-per-version.ts'
import { hasSearch } from './search-column.ts'

/** What finds more records than this is common: reading a list in its order finds a page of them sooner than looking all of them up. */
export const commonFrom = 5_000

/** Which part of a condition is asked about. */
export interface Asked {
  readonly engine: Engine
  readonly model: Model
  readonly part: ListCondition
  /** Where to stop; absent: at `commonFrom`. */
  readonly upTo?: number
}

/** How long an answer is good for, in milliseconds: it decides how a page is read, never what is in it. */
const lifetime = 60_000
/** With more different questions than this it begins anew. */
const mostKept = 1_000

interface Kept {
  readonly found: number
  readonly until: number
}

interface KeptAnswers {
  readonly byQuestion: Map<string, Kept>
  /** Rules that are the same for everyone come as the same object: they need not even be written down to be found. */
  readonly byPart: WeakMap<ListCondition, Kept>
}

const keptByDatabase = new WeakMap<Queries, KeptAnswers>()

/** How many records a part finds, up to where they are common or to what else is asked for. */
export async function foundByPart(
  queries: Queries,
  { engine, model, part, upTo = commonFrom }: Asked,
): Promise<number> {
  const { byQuestion, byPart } = keptOf(queries)
  const now = performance.now()
  const atHand = upTo === commonFrom ? byPart.get(part) : undefined
  if (atHand && atHand.until > now) return atHand.found
  const found = sql`select 1 from ${sql.id(model.table)} as r where ${compileUpTo(engine, part, upTo)} limit ${upTo}`
  const counting = sql<Row>`select count(*) as n from (${found}) as c`
  const query = ((hasSearch(part) && engine.near?.(counting)) || counting).compile(queries)
  const question = questionOf(query)
  const known = byQuestion.get(question)
  if (known && known.until > now) return known.found
  const { rows } = await queries.executeQuery(query)
  const kept = { found: Number(rows[0]?.n ?? 0), until: now + lifetime }
  if (byQuestion.size >= mostKept) byQuestion.clear()
  byQuestion.set(question, kept)
  if (upTo === commonFrom) byPart.set(part, kept)
  return kept.found
}

function keptOf(queries: Queries): KeptAnswers {
  const kept = keptByDatabase.get(queries) ?? { byQuestion: new Map(), byPart: new WeakMap() }
  keptByDatabase.set(queries, kept)
  return kept
}
