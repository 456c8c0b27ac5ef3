/** The customers of the sample. */
import type { RecordOf } from 'haykal'
import type { customer } from '../models/customer/customer.ts'
import { dayBefore, tradingDays } from './calendar.ts'
import { companyAt } from './companies.ts'
import { writeCents } from './money.ts'
import { type Random, randomFor } from './random.ts'

const notes = [
  'Prefers deliveries before noon',
  'Invoices to the head office',
  'يُرجى الاتصال قبل كل تسليم',
  'يفضّل الدفع في أول الشهر',
  'Pays early, every time',
  'لا توصيل يوم الجمعة',
  'Always asks for a pro-forma invoice',
]

/** The customers, oldest first: the second half of them came while the company was trading. */
export function* customers(count: number): Generator<RecordOf<typeof customer>> {
  for (let index = 0; index < count; index += 1) yield customerAt(index, count)
}

/** How many of the customers were there `age` days before the end. */
export function customersBefore(age: number, count: number): number {
  return Math.max(1, Math.floor(count * (1 - age / (2 * tradingDays))))
}

function customerAt(index: number, count: number): RecordOf<typeof customer> {
  const random = randomFor('customer', index)
  const { name, city, market } = companyAt(index)
  const age = ageOf(index, count, random)
  const grade = random.chance(0.02) ? 'blocked' : age < 90 ? 'new' : random.chance(0.15) ? 'preferred' : 'regular'
  return {
    id: index + 1,
    name,
    country: market.country,
    city,
    email: `orders@customer-${index + 1}.example`,
    phone: `${market.dial}555${random.between(100, 999)}${random.between(1000, 9999)}`,
    address: random.chance(0.7) ? `${random.between(1, 180)}, ${city}` : null,
    grade,
    creditLimit: grade === 'new' || grade === 'blocked' ? null : writeCents(random.between(2, 100) * 50_000),
    since: dayBefore(age),
    newsletter: random.chance(0.4),
    note: random.chance(0.12) ? random.pick(notes) : null,
  }
}

function ageOf(index: number, count: number, random: Random): number {
  const half = count / 2
  return index < half ? tradingDays + random.below(1800) : tradingDays * 2 * (1 - (index + 1) / count)
}
