/** The sample as streams of records: nothing is kept, so that a million orders need no more memory than ten. */
import type { RecordOf } from 'haykal'
import type { shipment } from '../models/shipment/shipment.ts'
import { customers } from './customers.ts'
import { employees } from './employees.ts'
import { orderAt, type Size, type StoredLine, type StoredOrder, type WholeOrder } from './orders.ts'
import { categories, products } from './products.ts'
import { shipmentsOf } from './shipments.ts'
import { suppliers } from './suppliers.ts'

/** How much there is at scale 1. */
const standard: Size = { orders: 20_000, customers: 2_000 }

/** The records of a sample, model by model; every call starts a stream anew. */
export function createSample(scale = 1) {
  const size: Size = {
    orders: Math.max(10, Math.round(standard.orders * scale)),
    customers: Math.max(10, Math.round(standard.customers * scale)),
  }
  return {
    size,
    categories,
    suppliers,
    products,
    employees,
    customers: () => customers(size.customers),
    orders: () => orders(size),
    lines: () => lines(size),
    shipments: () => shipments(size),
  }
}

function* wholeOrders(size: Size): Generator<WholeOrder> {
  for (let index = 0; index < size.orders; index += 1) yield orderAt(index, size)
}

function* orders(size: Size): Generator<StoredOrder> {
  for (const { record } of wholeOrders(size)) yield record
}

function* lines(size: Size): Generator<StoredLine> {
  let id = 0
  for (const whole of wholeOrders(size)) {
    for (const line of whole.lines) {
      id += 1
      yield { id, ...line }
    }
  }
}

function* shipments(size: Size): Generator<RecordOf<typeof shipment>> {
  let id = 0
  for (const whole of wholeOrders(size)) {
    for (const shipment of shipmentsOf(whole)) {
      id += 1
      yield { id, ...shipment }
    }
  }
}
