/** Cuts a stream of rows into steps that take about as long as others may be kept waiting. */
import type { ImportRow } from './import-request.ts'

/** `time`: milliseconds that a step should take · `fewest`, `most`: rows of a step. */
const bounds = { time: 200, fewest: 20, most: 2_000 } as const

/** Some rows that are done at once. */
export interface Step {
  readonly rows: readonly ImportRow[]
  /** Is told when the step was done; how long it took decides how many rows the next one has. */
  took(end: number): void
}

/** Rows, so many at once that a step takes its time and no longer. */
export async function* stepsOf(all: AsyncIterable<ImportRow>): AsyncGenerator<Step> {
  let size: number = bounds.fewest
  let rows: ImportRow[] = []
  const step = (): Step => {
    const start = performance.now()
    const { length } = rows
    return {
      rows,
      took(end) {
        const fitting = Math.round((length * bounds.time) / Math.max(end - start, 1))
        size = Math.min(Math.max(fitting, bounds.fewest), bounds.most)
      },
    }
  }
  for await (const row of all) {
    rows.push(row)
    if (rows.length < size) continue
    yield step()
    rows = []
  }
  if (rows.length > 0) yield step()
}
