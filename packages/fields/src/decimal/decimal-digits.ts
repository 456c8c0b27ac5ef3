/** Decimal numbers as digits, never as binary fractions: reading, writing and comparing them exactly. */

/** A decimal number: `digits` without its point, of which the last `scale` stand after it. */
export interface DecimalDigits {
  readonly isNegative: boolean
  /** No zeros in front, unless they stand after the point. */
  readonly whole: string
  /** The digits after the point, without zeros at the end. */
  readonly fraction: string
}

/** Reads `-012.50` and `.5`; undefined for anything else. Knows no exponents. */
export function readDecimal(text: string): DecimalDigits | undefined {
  const match = /^([-+])?(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || text.length > 100) return undefined
  const [, sign, before = '', after = ''] = match
  if (before === '' && after === '') return undefined
  const whole = before.replace(/^0+/, '')
  const fraction = after.replace(/0+$/, '')
  return { isNegative: sign === '-' && (whole !== '' || fraction !== ''), whole, fraction }
}

/** Writes a decimal with at least `scale` digits after the point. */
export function writeDecimal({ isNegative, whole, fraction }: DecimalDigits, scale = 0): string {
  const after = fraction.padEnd(scale, '0')
  return `${isNegative ? '-' : ''}${whole === '' ? '0' : whole}${after === '' ? '' : `.${after}`}`
}

/** Orders two decimals by value, exactly. */
export function compareDecimals(first: DecimalDigits, second: DecimalDigits): number {
  const scale = Math.max(first.fraction.length, second.fraction.length)
  const difference = scaled(first, scale) - scaled(second, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function scaled({ isNegative, whole, fraction }: DecimalDigits, scale: number): bigint {
  const size = BigInt(`${whole}${fraction.padEnd(scale, '0')}` || '0')
  return isNegative ? -size : size
}
