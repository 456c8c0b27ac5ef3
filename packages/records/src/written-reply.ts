/** A reply that is JSON already, as the database wrote most of it: nobody reads it before it is sent. */
export class WrittenReply<Reply> {
  /** What it says, for the compiler only. */
  declare protected readonly reply: Reply
  /** In UTF-8. */
  readonly bytes: Buffer<ArrayBuffer>

  /** Of the parts of its text, in their order. */
  constructor(...parts: readonly (string | Uint8Array)[]) {
    this.bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  }

  /** The text. */
  get json(): string {
    return this.bytes.toString()
  }
}
