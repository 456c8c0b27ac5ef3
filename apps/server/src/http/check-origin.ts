/** Lets only our own pages and programs without a browser change anything: the guard against requests forged by other sites. */
import { isIP } from 'node:net'
import { HaykalError } from '@haykal/model'

/** What a browser says of where a request comes from and where it goes. */
export interface RequestOrigin {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly host: string | undefined
}

/** Where we are, as far as it is known. */
export interface OwnPlace {
  /** The address that people use; absent: whatever their browser calls us, if that is safe. */
  readonly publicUrl?: URL
  /** The name or address that we listen on. */
  readonly host: string
}

/** Throws `foreign_origin` for a request that another site may have caused. */
export function checkOrigin({ origin, fetchSite, host }: RequestOrigin, own: OwnPlace): void {
  // Browsers send both or, long ago, neither; a request with neither comes from a program that has no cookies of others.
  const isProgram = origin === undefined && fetchSite === undefined
  const isOwnPage =
    origin !== undefined && isOwnOrigin(origin, host, own) && (fetchSite === undefined || fetchSite === 'same-origin')
  if (!isProgram && !isOwnPage) throw new HaykalError('foreign_origin')
}

function isOwnOrigin(origin: string, host: string | undefined, { publicUrl, host: ownHost }: OwnPlace): boolean {
  const given = parse(origin)
  if (given === undefined || given.origin !== origin) return false
  if (publicUrl) return isSamePlace(given, publicUrl)
  const asked = parse(`http://${host}`)
  return asked !== undefined && given.origin === asked.origin && isSafeName(asked.hostname, ownHost)
}

/** The same origin, or this machine under another of its names: http://localhost:3000 is http://127.0.0.1:3000. */
function isSamePlace(one: URL, other: URL): boolean {
  if (one.origin === other.origin) return true
  const isSamePort = one.protocol === other.protocol && one.port === other.port
  return isSamePort && isLoopback(one.hostname) && isLoopback(other.hostname)
}

/**
 * A name that nobody else can make point to us. Any other could belong to a site that first serves its own page and
 * then lets its name lead to this machine (DNS rebinding). A bare address has no name to play with.
 */
function isSafeName(hostname: string, ownHost: string): boolean {
  return isLoopback(hostname) || isIP(withoutBrackets(hostname)) !== 0 || hostname === ownHost.toLowerCase()
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  )
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
