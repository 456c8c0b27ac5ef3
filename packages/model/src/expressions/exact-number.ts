/** Exact numbers in memory: whole ones of 64 bits with a scale. What does not fit is empty (null), as it is in every database. */

/** A number that does not fit is as far away as this, or further. */
export const beyond = 9_223_372_036_854_775_807n

/** A decimal of more digits than this is none. */
export const mostDecimal = 1_000_000_000_000_000n

/** The number, or null where it has more digits than are kept. */
export function bounded(value: bigint | null, most: bigint = beyond): bigint | null {
  return value === null || value >= most || value <= -most ? null : value
}

/** Ten, so many times over. */
export function tenTo(digits: number): bigint {
  return 10n ** BigInt(digits)
}

/** A number of one scale in another; digits that are dropped round half away from zero. */
export function rescaled(value: bigint | null, from: number, to: number): bigint | null {
  if (value === null || from === to) return value
  return to > from ? bounded(value * tenTo(to - from)) : roundedOff(value, from - to)
}

/** A number without its last digits, rounded half away from zero. */
export function roundedOff(value: bigint, digits: number): bigint {
  const halves = value / (5n * tenTo(digits - 1))
  return (halves + (halves % 2n)) / 2n
}

/** One number divided by another, both whole; what is left over is dropped. Null: there is nothing to divide by. */
export function divided(dividend: bigint, divisor: bigint): bigint | null {
  return divisor === 0n ? null : dividend / divisor
}

/** The whole number that digits stand for at a scale: `12.5` at 2 is 1250. Null for what is no number. */
export function scaledDigits(text: string, scale: number): bigint | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const value = BigInt(`${whole}${fraction}` || '0')
  return rescaled(sign === '-' ? -value : value, fraction.length, scale)
}

/** A whole number as digits with the last `scale` of them after the point. */
export function digitsOf(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale === 0 ? '' : `.${digits.slice(point)}`}`
}
