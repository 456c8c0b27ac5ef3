/** The sample's own today, so that every day that it is made gives the same records. */

const day = 86_400_000

/** The last day of the sample. */
export const lastDay = '2026-11-20'

/** How many days of orders there are. */
export const tradingDays = 1095

/** The day `age` days before the last one. */
export function dayBefore(age: number): string {
  return new Date(Date.parse(lastDay) - Math.floor(age) * day).toISOString().slice(0, 10)
}

/** The moment `age` days before the last evening; the shop is open from 07:00 to 19:00, and parts of a day fall between. */
export function momentBefore(age: number): string {
  const days = Math.floor(age)
  const open = Date.parse(lastDay) - days * day + 7 * 3_600_000
  const minutes = Math.floor((1 - (age - days)) * 12 * 60)
  return new Date(open + minutes * 60_000).toISOString()
}
