/** Thrown when a database cannot be opened: one sentence that says what and what to do, for the person at the terminal. */
export class CannotOpenDatabase extends Error {
  /** The kind of obstacle, for those who say it in words of their own. */
  readonly reason: OpeningObstacle

  constructor(sentence: string, { reason = 'other', cause }: { reason?: OpeningObstacle; cause?: unknown } = {}) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'CannotOpenDatabase'
    this.reason = reason
  }
}

/**
 * What is in the way of opening. `missing`: nothing lies there · `damaged`: cut off, or no database · `unreadable`: may not be read,
 * or cannot be reached · `unfinished`: another program stopped in the middle of a change, and has to take it back ·
 * `busy`: another program has it to itself; it may be tried again · `other`: anything else.
 */
export type OpeningObstacle = 'missing' | 'damaged' | 'unreadable' | 'unfinished' | 'busy' | 'other'
