/** Finds the one-time token in an address that was handed over. */

/** The token of such an address: `#token=…`, `?token=…`, or all that stands behind the `#`. */
export function tokenOf(hash: string, search: string): string | undefined {
  const fragment = hash.replace(/^#/, '')
  const named = new URLSearchParams(fragment).get('token') ?? new URLSearchParams(search).get('token')
  return named ?? (/^[\w-]+$/.test(fragment) ? fragment : undefined) ?? undefined
}
