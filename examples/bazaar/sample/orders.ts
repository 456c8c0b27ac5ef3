/** The orders of the sample with their lines and shipments; each order is made from its index alone, so that nothing has to be remembered. */
import type { RecordOf } from 'haykal'
import type { line } from '../models/line/line.ts'
import type { order } from '../models/order/order.ts'
import { dayBefore, momentBefore, tradingDays } from './calendar.ts'
import { customersBefore } from './customers.ts'
import { sellers } from './employees.ts'
import { readCents, writeCents } from './money.ts'
import { notes } from './notes.ts'
import { products } from './products.ts'
import { type Random, randomFor } from './random.ts'

/** The number of the newest order. */
export const lastNumber = 1_048_571

/** How many orders and customers the sample has. */
export interface Size {
  readonly orders: number
  readonly customers: number
}

/** An order without what is rolled up from its lines. */
export type StoredOrder = Omit<RecordOf<typeof order>, 'pieces'>

/** A line without what is computed. */
export type StoredLine = Omit<RecordOf<typeof line>, 'amount'>

/** An order with what hangs on it. */
export interface WholeOrder {
  readonly record: StoredOrder
  readonly lines: readonly Omit<StoredLine, 'id'>[]
  /** How many days before the end it was placed. */
  readonly age: number
  readonly random: Random
}

type Status = RecordOf<typeof order>['status']

const goods = [...products()].map(({ id, price, cost }) => ({
  id,
  price: readCents(price),
  cost: readCents(cost ?? '0.00'),
}))

// Ten orders have thirty lines between them.
const lineCounts = [3, 1, 5, 2, 4, 3, 2, 4, 1, 5]
// None shares a divisor with the number of products, so that no order names a product twice.
const strides = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43]
const quantities = [1, 1, 1, 2, 2, 3, 4, 6, 10, 12, 24]

/** The `index`th order, the oldest first. */
export function orderAt(index: number, size: Size): WholeOrder {
  const random = randomFor('order', index)
  const age = ageOf(index, size.orders, random)
  const number = numberOf(index, size.orders, random)
  const lines = linesOf(number, lineCountOf(index), random)
  const [total, cost] = sums(lines)
  const status = statusOf(age, random)
  const record: StoredOrder = {
    number,
    customer: 1 + Math.floor(customersBefore(age, size.customers) * random.next() ** 1.3),
    status,
    placedAt: momentBefore(age),
    shipBy: shipByOf(status, age, random),
    seller: random.chance(0.92) ? random.pick(sellers) : null,
    total: writeCents(total),
    margin: writeCents(total - cost),
    note: random.chance(0.45) ? random.pick(notes) : null,
  }
  return { record, lines, age, random }
}

/** Trade has grown: orders lie closer together towards the end. */
function ageOf(index: number, count: number, random: Random): number {
  const part = (count - 1 - index + random.next()) / count
  return tradingDays * (0.6 * part + 0.4 * part * part)
}

/** Numbers rise from order to order, with the gaps that real counters have where there is room for any. */
function numberOf(index: number, count: number, random: Random): number {
  const fromLast = count - 1 - index
  const last = Math.max(lastNumber, count + 1_000)
  const step = count * 3 < last ? 3 : 1
  const gap = random.below(step)
  return last - fromLast * step - (fromLast === 0 ? 0 : gap)
}

function lineCountOf(index: number): number {
  const block = Math.floor(index / lineCounts.length)
  return lineCounts[(index + block * 3) % lineCounts.length] as number
}

function linesOf(number: number, count: number, random: Random): WholeOrder['lines'] {
  const first = random.below(goods.length)
  const stride = random.pick(strides)
  const discount = random.pick([0, 0, 0, 0.05, 0.1])
  return Array.from({ length: count }, (_, place) => {
    const { id, price } = goods[(first + place * stride) % goods.length] as (typeof goods)[number]
    const quantity = price > 10_000 ? random.between(1, 4) : random.pick(quantities)
    return { order: number, product: id, quantity, price: writeCents(Math.round(price * (1 - discount))) }
  })
}

function sums(lines: WholeOrder['lines']): readonly [total: number, cost: number] {
  let total = 0
  let cost = 0
  for (const { product, quantity, price } of lines) {
    total += quantity * readCents(price)
    cost += quantity * (goods[product - 1]?.cost ?? 0)
  }
  return [total, cost]
}

function statusOf(age: number, random: Random): Status {
  const draw = random.next()
  if (age < 1.5) return fresh.find(([, share]) => draw < share)?.[0] ?? 'shipped'
  if (age < 14) return recent.find(([, share]) => draw < share)?.[0] ?? 'shipped'
  return settled.find(([, share]) => draw < share)?.[0] ?? 'shipped'
}

const fresh: readonly (readonly [Status, number])[] = [
  ['draft', 0.14],
  ['paid', 0.55],
  ['cancelled', 0.6],
]
const recent: readonly (readonly [Status, number])[] = [
  ['draft', 0.1],
  ['paid', 0.32],
  ['late', 0.42],
  ['cancelled', 0.47],
  ['returned', 0.51],
]
const settled: readonly (readonly [Status, number])[] = [
  ['cancelled', 0.06],
  ['returned', 0.1],
  ['late', 0.103],
]

function shipByOf(status: Status, age: number, random: Random): string | null {
  if (status === 'draft') return null
  const promised = age - random.between(3, 8)
  return dayBefore(status === 'late' ? Math.max(1, promised) : promised)
}
