/** The shipments of the sample: one for every order that has left, sometimes two. */
import type { RecordOf } from 'haykal'
import type { shipment } from '../models/shipment/shipment.ts'
import { momentBefore } from './calendar.ts'
import { writeCents } from './money.ts'
import type { WholeOrder } from './orders.ts'
import { randomFor } from './random.ts'

type Shipment = RecordOf<typeof shipment>

/** The shipments of one order, still without their keys. */
export function shipmentsOf({ record, age }: WholeOrder): Omit<Shipment, 'id'>[] {
  if (record.status !== 'shipped' && record.status !== 'returned') return []
  const random = randomFor('shipment', record.number)
  const parcels = random.chance(0.06) ? 2 : 1
  return Array.from({ length: parcels }, (_, place) => {
    const left = age * (0.4 + 0.5 * random.next()) + Math.max(0, age - 6) * 0.1
    const shippedAge = Math.max(age - 5, Math.min(left, age))
    const arrivedAge = shippedAge - 1 - random.next() * 6
    const isReturned = record.status === 'returned'
    return {
      tracking: `BZ${record.number}${place + 1}`,
      order: record.number,
      status: isReturned ? 'returned' : arrivedAge > 0 ? 'delivered' : 'underway',
      carrier: random.pick(['road', 'road', 'sea', 'air', 'courier'] as const),
      shippedAt: momentBefore(shippedAge),
      deliveredAt: !isReturned && arrivedAge > 0 ? momentBefore(arrivedAge) : null,
      weight: Math.round(random.next() * 4000) / 100,
      cost: writeCents(random.between(600, 9_000)),
      note: random.chance(0.05) ? random.pick(['Left with the neighbour', 'سُلّمت للحارس', 'Two boxes']) : null,
    }
  })
}
