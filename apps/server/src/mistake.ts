/** What the person at the terminal can put right: told in one sentence, without a stack, with exit status 2. */

/** The message says what is wrong and what to do. */
export class Mistake extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'Mistake'
  }
}
