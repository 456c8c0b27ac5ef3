/**
 * Browsers end an element at some 17 million pixels, half a million rows. Longer lists are therefore drawn a stretch at
 * a time: row `origin` stands at the top, and moves while one scrolls.
 */

/** Rows drawn as one stretch. */
export const stretchRows = 300_000
const step = 100_000

/** The origin for the row that is first on the screen: the old one as long as it is well inside its stretch. */
export function originFor(row: number, origin: number): number {
  const inside = row - origin
  if (inside > stretchRows - step) return origin + Math.floor((inside - step) / step) * step
  // Later than it moved on, so that going to and fro over one row moves nothing.
  if (inside < step / 2 && origin > 0) return Math.max(0, Math.floor((row - step) / step) * step)
  return origin
}
