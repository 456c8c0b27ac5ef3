/** Slows down whoever guesses passwords, without locking out the people whose passwords are guessed. */
import { HaykalError } from '@haykal/model'
import { addressKey } from './address-key.ts'
import { createThrottle, type Limit, type Throttle } from './create-throttle.ts'

const quarterHour = 900

/** Wrong tries for one account from one address. */
const perAccountAndAddress: Limit = { tries: 10, seconds: quarterHour }
/** Wrong tries from one address, whatever the account. */
const perAddress: Limit = { tries: 100, seconds: quarterHour }
/** Wrong tries for one account, from wherever. */
const perAccount: Limit = { tries: 100, seconds: 4 * quarterHour }
/** Wrong tries for one account on a device where its person has signed in before. */
const perKnownDevice: Limit = { tries: 10, seconds: quarterHour }

/** Who tries to sign in. */
export interface Attempt {
  /** Of the account, folded. */
  readonly email: string
  /** Of the connection; never what a header says. */
  readonly address: string
  /** The device has proved that the person signed in on it before: what strangers do does not count against it. */
  readonly knownDevice?: string
}

/** Counts the tries to sign in. */
export interface SignInThrottle {
  /** Spends a try, before its password is looked at, so that many at once are counted too. Throws `too_many_requests`. */
  begin(attempt: Attempt): void
  /** The password was right. */
  succeed(attempt: Attempt): void
}

/** A throttle for signing in. `seconds` is a clock that nobody can set back. */
export function createSignInThrottle(seconds: () => number): SignInThrottle {
  const byPair = createThrottle(perAccountAndAddress, seconds)
  const byAddress = createThrottle(perAddress, seconds)
  const byAccount = createThrottle(perAccount, seconds)
  const byDevice = createThrottle(perKnownDevice, seconds)

  function counters({ email, address, knownDevice }: Attempt): readonly (readonly [Throttle, string])[] {
    if (knownDevice !== undefined) return [[byDevice, `${knownDevice} ${email}`]]
    const from = addressKey(address)
    return [
      [byPair, `${from} ${email}`],
      [byAddress, from],
      [byAccount, email],
    ]
  }
  return {
    begin(attempt) {
      const all = counters(attempt)
      const wait = Math.max(...all.map(([throttle, key]) => throttle.wait(key)))
      if (wait > 0) throw new HaykalError('too_many_requests', { retryAfter: wait, params: { seconds: wait } })
      for (const [throttle, key] of all) throttle.spend(key)
    },
    succeed(attempt) {
      const [[first, key] = [], ...rest] = counters(attempt)
      if (first && key !== undefined) first.clear(key)
      for (const [throttle, other] of rest) throttle.giveBack(other)
    },
  }
}
