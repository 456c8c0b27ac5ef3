/** Turns pages of what somebody may know of: what they may not know of takes no place in one, so that neither a gap nor a page more tells of it. */

/** What a page is made of. */
export interface PageSource<Row, Seen> {
  /** Where to go on; undefined: from the beginning. */
  readonly from: number | undefined
  readonly limit: number
  /** The place of a row, from which on the next ones are read. */
  placeOf(row: Row): number
  /** The next rows, at most so many. */
  read(from: number | undefined, most: number): Promise<readonly Row[]>
  /** What may be known of each of them; undefined: nothing. */
  see(rows: readonly Row[]): Promise<readonly (Seen | undefined)[]>
}

/** A page. */
export interface SeenPage<Row, Seen> {
  readonly rows: readonly Row[]
  readonly seen: readonly Seen[]
  /** Where to go on; null: that was all. */
  readonly next: number | null
}

/** Rows that are gone through for one page, most of which the viewer may know nothing of. */
const mostGoneThrough = 1_000

/** Reads a page, and one more than is on it: what comes next is only told of where there is something. */
export async function readSeenPage<Row, Seen>(source: PageSource<Row, Seen>): Promise<SeenPage<Row, Seen>> {
  const { limit, placeOf } = source
  const found: { readonly row: Row; readonly seen: Seen }[] = []
  let { from } = source
  let [isEnd, gone] = [false, 0]
  while (!isEnd && found.length <= limit && gone < mostGoneThrough) {
    const most = limit + 1
    const rows = await source.read(from, most)
    const all = await source.see(rows)
    found.push(...rows.flatMap((row, index) => knownIn(row, all[index])))
    const last = rows.at(-1)
    from = last === undefined ? from : placeOf(last)
    gone += rows.length
    isEnd = rows.length < most
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isMore = found.length > limit
  return {
    rows: page.map(({ row }) => row),
    seen: page.map(({ seen }) => seen),
    next: isMore && last ? placeOf(last.row) : isEnd ? null : (from ?? null),
  }
}

function knownIn<Row, Seen>(row: Row, seen: Seen | undefined): { readonly row: Row; readonly seen: Seen }[] {
  return seen === undefined ? [] : [{ row, seen }]
}
