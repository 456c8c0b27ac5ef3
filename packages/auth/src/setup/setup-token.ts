/** The one-time token that makes the first person the owner: printed at start, kept only as a hash, gone once it has been used. */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The token of this start; there is at most one. */
export interface SetupToken {
  /** Makes the token and gives it, the only time that it can be seen. The one before it is worth nothing any more. */
  issue(): string
  /** Whether this is the token. */
  isRight(token: string): boolean
  /** From now on no token is right. */
  withdraw(): void
}

/** No token yet. */
export function createSetupToken(): SetupToken {
  let expected: Buffer | undefined
  const digest = (token: string) => hash('sha256', token, 'buffer')
  return {
    issue() {
      const token = randomBytes(32).toString('base64url')
      expected = digest(token)
      return token
    },
    isRight: (token) => expected !== undefined && timingSafeEqual(digest(token), expected),
    withdraw() {
      expected = undefined
    },
  }
}
