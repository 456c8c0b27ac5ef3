/** The headers that go with every answer, errors too. */

/** Headers by name. */
export type HeaderValues = { readonly [name: string]: string }

/** The sets of headers, made once: one for answers of the API, one for pages and their files. */
export interface StandardHeaders {
  readonly api: HeaderValues
  readonly page: HeaderValues
}

/** Nothing that an API answers is ever a page, so it may load and frame nothing. */
const apiPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const unneeded = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** The headers of a server; under TLS browsers are told to come by TLS only. */
export function standardHeaders({ isTls }: { readonly isTls: boolean }): StandardHeaders {
  const everywhere = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': unneeded.map((name) => `${name}=()`).join(', '),
    ...(isTls ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  return {
    api: {
      ...everywhere,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Security-Policy': apiPolicy,
      'Cache-Control': 'no-store',
    },
    page: { ...everywhere, 'Content-Security-Policy': pagePolicy },
  }
}
