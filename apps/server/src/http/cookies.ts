/** Our two cookies: the session, and the proof that someone has signed in on this device before. */
import { longestSessionDays } from '@haykal/auth'

/** Reads and writes our cookies. */
export interface Cookies {
  /** What a request brings; a cookie that is there twice counts as absent, as one of the two is somebody else's. */
  read(header: string | undefined): { readonly session?: string; readonly device?: string }
  /** The `Set-Cookie` headers of someone who has just signed in. */
  signedIn(given: { readonly token: string; readonly device: string }): readonly string[]
  /** The `Set-Cookie` headers of someone who has just signed out; the device stays known. */
  signedOut(): readonly string[]
}

const day = 86_400
const deviceDays = 365

/** Cookies; under TLS with the prefix that keeps other hosts and plain HTTP from setting them. */
export function createCookies({ isTls }: { readonly isTls: boolean }): Cookies {
  const prefix = isTls ? '__Host-' : ''
  const session = `${prefix}haykal`
  const device = `${prefix}haykal-device`
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${isTls ? '; Secure' : ''}`
  const finders = { session: finder(session), device: finder(device) }
  return {
    read(header) {
      if (header === undefined) return {}
      const found = { session: finders.session(header), device: finders.device(header) }
      return {
        ...(found.session === undefined ? {} : { session: found.session }),
        ...(found.device === undefined ? {} : { device: found.device }),
      }
    },
    signedIn: (given) => [
      `${session}=${given.token}; Max-Age=${longestSessionDays * day}${attributes}`,
      `${device}=${given.device}; Max-Age=${deviceDays * day}${attributes}`,
    ],
    signedOut: () => [`${session}=; Max-Age=0${attributes}`],
  }
}

/** Finds the value of a cookie by its exact name: names with odd spaces around are others (CVE-2026-39410). */
function finder(name: string): (header: string) => string | undefined {
  const pattern = new RegExp(`(?:^|; ?)${name}=([\\w.-]{1,200})(?=;|$)`, 'g')
  return (header) => {
    if (!header.includes(name)) return undefined
    const found = [...header.matchAll(pattern)]
    return found.length === 1 ? found[0]?.[1] : undefined
  }
}
