/** Thrown when a database cannot be opened: one sentence that says what and what to do, for the person at the terminal. */
export class CannotOpenDatabase extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'CannotOpenDatabase'
  }
}
