/** Passwords become argon2id hashes and are compared with them: slowly, and as typed. */
import { hash, parseOptions, verify } from '@node-rs/argon2'

/** The cost of one hash: 19 MiB, two passes, one thread (OWASP's second choice for argon2id, about 20 ms). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The longest password in bytes of UTF-8. */
export const longestPassword = 1024

/** The hash of a secret that nobody has: comparing with it takes as long as comparing with a real one. */
export const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$du4xY36p6eIkirbKqIbkDA$XUotfuliOzxvMotQUHkvD18ovhDlmFc/VD4vFydV6hQ'

/** Hashes a password. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), cost)
}

/** Whether `password` is the one that was hashed. A password that is too long to be anyone's takes as long as any other. */
export async function verifyPassword(hashed: string, password: string): Promise<boolean> {
  const isTooLong = isLongPassword(password)
  const isRight = await verify(hashed, isTooLong ? '' : password.normalize('NFC'))
  return isRight && !isTooLong
}

/** Whether a hash was made with another cost than today's and should be made anew. */
export function isHashOutdated(hashed: string): boolean {
  const made = parseOptions(hashed)
  return made.memoryCost !== cost.memoryCost || made.timeCost !== cost.timeCost || made.parallelism !== cost.parallelism
}

/** Whether a password is longer than we hash; looks at the length first, as measuring a huge one costs. */
export function isLongPassword(password: string): boolean {
  return password.length > longestPassword || Buffer.byteLength(password.normalize('NFC')) > longestPassword
}
