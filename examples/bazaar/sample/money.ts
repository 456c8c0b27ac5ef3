/** Money as whole cents, so that sums are exact; written as the decimals that records hold. */

/** Cents as `1840.50`. */
export function writeCents(cents: number): string {
  const size = Math.abs(cents)
  const whole = Math.floor(size / 100)
  const rest = size % 100
  return `${cents < 0 ? '-' : ''}${whole}.${rest < 10 ? '0' : ''}${rest}`
}

/** The cents of a written amount with two digits after its point. */
export function readCents(amount: string): number {
  return Number(amount.replace('.', ''))
}
