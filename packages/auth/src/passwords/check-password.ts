/** Which passwords are good enough: long enough and not among the first that anyone would try. No other rules. */
import type { Problem } from '@haykal/model'
import { foldEmail } from '../people/person.ts'
import { commonPasswords } from './common-passwords.ts'
import { isLongPassword, longestPassword } from './hash-password.ts'

/** The fewest characters of a password. */
const shortestPassword = 8

/** What is wrong with a new password for the person of this email address. */
export function problemsOfPassword(password: string, email: string): Problem[] {
  const pointer = '/password'
  if (isLongPassword(password)) return [{ pointer, code: 'too_long', params: { max: longestPassword } }]
  const typed = password.normalize('NFC')
  if ([...typed].length < shortestPassword)
    return [{ pointer, code: 'password_too_short', params: { min: shortestPassword } }]
  if (!typed.isWellFormed()) return [{ pointer, code: 'malformed' }]
  return isCommon(typed, email) ? [{ pointer, code: 'password_too_common' }] : []
}

function isCommon(password: string, email: string): boolean {
  const folded = password.toLowerCase().trim()
  const isOneCharacter = new Set(folded).size === 1
  return isOneCharacter || folded === foldEmail(email) || commonPasswords.has(folded)
}
