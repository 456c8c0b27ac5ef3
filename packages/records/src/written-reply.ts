/** A reply that is JSON already, as the database wrote most of it: nobody reads it before it is sent. */
export class WrittenReply<Reply> {
  /** What it says, for the compiler only. */
  declare protected readonly reply: Reply
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}
