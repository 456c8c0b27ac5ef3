/** Writes what was changed as CSV: a line for each field of each record, in the words of whoever asks. */
import type { ChangeSet, ChangesQuery, RecordChange } from '@haykal/contract'
import type { Json } from '@haykal/model'
import type { Records } from '@haykal/records'
import { stringify } from 'csv-stringify/sync'

/** Lines at most: whoever wants more narrows down the time. */
const mostLines = 100_000

const columns = [
  'at',
  'by',
  'means',
  'change-set',
  'act',
  'model',
  'record',
  'title',
  'field',
  'before',
  'after',
] as const

/** The changes of the query, newest first. */
export async function writeChangesCsv(records: Records, query: ChangesQuery): Promise<string> {
  const lines: string[][] = []
  let after: string | null = query.after ?? null
  do {
    const page = await records.changes({ ...query, limit: 200, ...(after === null ? {} : { after }) })
    for (const set of page.data) await addLines(lines, records, { set, query })
    after = page.meta.next
  } while (after !== null && lines.length < mostLines)
  return stringify([[...columns], ...lines.slice(0, mostLines)])
}

async function addLines(
  lines: string[][],
  records: Records,
  { set, query: { model, field } }: { readonly set: ChangeSet; readonly query: ChangesQuery },
): Promise<void> {
  let after: string | null | undefined
  while (after !== null && lines.length < mostLines) {
    const page = await records.readChanges(set.id, { limit: 200, ...(after === undefined ? {} : { after }) })
    const wanted = page.data.filter((change) => model === undefined || change.model === model)
    for (const change of wanted) lines.push(...linesOf(change, field))
    after = page.meta.next
  }
}

function linesOf({ set, act, model, record, title, fields }: RecordChange, only: string | undefined): string[][] {
  const whole = [set.at, set.by?.name ?? set.by?.id ?? '', set.means, set.id, act, model, record, title]
  const named = Object.entries(fields).filter(([name]) => only === undefined || name === only)
  const each =
    named.length === 0 && only === undefined
      ? [['', '', '']]
      : named.map(([name, { before, after, sealed }]) => [
          name,
          ...(sealed ? ['…', '…'] : [textOf(before), textOf(after)]),
        ])
  return each.map((rest) => [...whole, ...rest].map(harmless))
}

function textOf(value: Json): string {
  return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** What a spreadsheet would take for a formula is text (OWASP, CSV injection). */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
