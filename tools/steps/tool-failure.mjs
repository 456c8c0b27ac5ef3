/** A failure that is told to the person in one sentence, without a stack. */

/** Ends the command with `status` after `message` was printed. */
export class ToolFailure extends Error {
  /**
   * @param {string} message what is wrong and what to do
   * @param {number} [status] the exit status, 1 when absent
   */
  constructor(message, status = 1) {
    super(message)
    this.status = status
  }
}
