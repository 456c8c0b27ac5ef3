/** The field of orders that saves change: a day, or a text that is searched, whose index changes with it. */
export type SavedField = 'shipBy' | 'note'

/** What it is set to in a turn. */
export function savedValue(field: SavedField, turn: number): string {
  if (field === 'note') return `note ${turn}`
  return new Date(Date.UTC(2026, 0, 1 + (turn % 10_000))).toISOString().slice(0, 10)
}
