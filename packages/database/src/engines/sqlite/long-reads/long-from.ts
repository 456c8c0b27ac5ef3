/** Decides from a statement's text and SQLite's plan of it how large a file has to be for it to take long. */

/** A line of `explain query plan`. */
export interface PlanStep {
  readonly id: number
  readonly parent: number
  readonly detail: string
}

/** A file from which a whole table is read within a few milliseconds: 4 MB. */
const smallFile = 4 * 1024 * 1024

/** The same for each row of one table together with each of another: 64 kB. */
const tinyFile = 64 * 1024

/** Words that let a scan go on after the rows that `limit` asks for could have been found, or that make it a sum. */
const filtering = /\b(where|having|group|distinct|union|intersect|except|over|offset)\b|(?<!\bleft )\bjoin\b/i
const summing = /\b(count|sum|total|avg|min|max|group_concat|string_agg|jsonb?_group_array|jsonb?_group_object)\s*\(/i

/** A count of some thousand rows at most, whichever they are: it goes no further than a large page would. */
const boundedCount = /^select count\(\*\) as n from \(select 1 from "" as "?r"?\s+limit (\+?\?|\d+)\) as c$/i

/**
 * The number of bytes of a file from which on a statement may take long: 0 = always, Infinity = never. In doubt it may: that costs
 * a fifth of a millisecond, the other mistake stops everybody. What never takes long is
 * - a search in the table's own numbers or in all columns of a key, which finds one row each;
 * - an index search with a `limit` where the index answers all that `where` and `order by` ask;
 * - a scan with a `limit` that nothing filters, in an order that an index gives: the first page of a list;
 * - a count up to a bound that nothing filters;
 * - a question to SQLite's own catalogue.
 * `views` are the names of the file's views: what they filter is in no text of ours. `indexWidth` is how many columns an index has.
 */
export function longFrom(
  plan: readonly PlanStep[],
  text: string,
  { views, indexWidth }: { readonly views: readonly string[]; readonly indexWidth: (index: string) => number },
): number {
  const steps = plan.filter(({ detail }) => !/^SCAN (CONSTANT ROW|\d+[ -]|sqlite_(schema|master)\b)/.test(detail))
  const isCatalogue =
    /\bpragma_\w+/.test(text) && steps.every(({ detail }) => !/^SCAN/.test(detail) || / VIRTUAL TABLE /.test(detail))
  if (isCatalogue) return Infinity
  if (steps.some(({ detail }) => /^RECURSIVE STEP/.test(detail))) return 0
  if (multiplies(steps)) return tinyFile
  const reads = steps.filter(({ detail }) => /^(SCAN|SEARCH)\b/.test(detail))
  if (reads.every(({ detail }) => findsOneRow(detail, indexWidth))) return Infinity
  const words = text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '""')
  const isCount = boundedCount.test(words)
  const isGathered = summing.test(words) || steps.some(({ detail }) => gathers(detail))
  const isCut = isCount || (/\blimit\b/i.test(words) && !isGathered)
  if (!isCut) return smallFile
  if (reads.some(({ detail }) => /^SCAN/.test(detail))) {
    const lowered = text.toLowerCase()
    const isOfView = views.some((view) => lowered.includes(`"${view.toLowerCase()}"`))
    const isVirtual = reads.some(({ detail }) => / VIRTUAL TABLE /.test(detail))
    return isOfView || isVirtual || filtering.test(words) ? smallFile : Infinity
  }
  return isAnswered(text, reads) ? Infinity : smallFile
}

/** For each row of one table it goes through another: two scans side by side, or one inside of what is asked for each row. */
function multiplies(steps: readonly PlanStep[]): boolean {
  const scans = steps.filter(({ detail }) => /^SCAN\b/.test(detail))
  const correlated = new Set(steps.filter(({ detail }) => /^CORRELATED/.test(detail)).map(({ id }) => id))
  const parents = scans.map(({ parent }) => parent)
  return new Set(parents).size < parents.length || parents.some((parent) => correlated.has(parent))
}

/** Rows are collected before the first of them is given. */
function gathers(detail: string): boolean {
  return /^(USE TEMP B-TREE|MATERIALIZE|CO-ROUTINE|BLOOM FILTER)|AUTOMATIC|ANY\(/.test(detail)
}

function findsOneRow(detail: string, indexWidth: (index: string) => number): boolean {
  if (/USING INTEGER PRIMARY KEY \(rowid=\?\)/.test(detail)) return true
  const [, index, terms = ''] = /USING (?:COVERING )?INDEX (sqlite_autoindex_.+) \(([^()]*)\)/.exec(detail) ?? []
  return index !== undefined && !/[<>]/.test(terms) && terms.split(' AND ').length === indexWidth(index)
}

/** Every column that the `where` asks about is one that the index searches by, or orders by. */
function isAnswered(text: string, reads: readonly PlanStep[]): boolean {
  const lowered = text.toLowerCase()
  if (/\b(like|glob|match|regexp)\b/.test(lowered.replace(/"(?:[^"]|"")*"/g, ''))) return false
  const searched = reads.flatMap(({ detail }) => termsOf(detail))
  const orderAt = lowered.lastIndexOf('order by')
  const whereAt = lowered.indexOf(' where ')
  const asked = columnsIn(
    lowered.slice(whereAt < 0 ? lowered.length : whereAt, orderAt < whereAt ? undefined : orderAt),
  )
  const ordered = orderAt < 0 ? [] : columnsIn(lowered.slice(orderAt))
  return asked.every((column) => searched.includes(column) || ordered.includes(column))
}

/** `SEARCH r USING INDEX i (tenant=? AND created>?)` searches by `tenant` and `created`. */
function termsOf(detail: string): string[] {
  const terms = /\(([^()]*)\)(?: LEFT-JOIN)?$/.exec(detail)?.[1] ?? ''
  return terms.split(' AND ').map((term) => term.replace(/[<>=]+\?$/, '').toLowerCase())
}

/** The names in quotes that no point follows: those of columns, not of tables. */
function columnsIn(text: string): string[] {
  return [...text.matchAll(/"((?:[^"]|"")+)"(\.?)/g)]
    .filter((match) => match[2] === '')
    .map((match) => (match[1] ?? '').replaceAll('""', '"'))
}
