/** The suppliers of the sample. */
import type { RecordOf } from 'haykal'
import type { supplier } from '../models/supplier/supplier.ts'
import { companyAt } from './companies.ts'
import { randomFor } from './random.ts'

/** How many suppliers there are, whatever the scale. */
export const supplierCount = 40

// Far beyond the customers of the first scale, so that few companies are both.
const firstCompany = 3_000

/** The suppliers. */
export function* suppliers(): Generator<RecordOf<typeof supplier>> {
  for (let index = 0; index < supplierCount; index += 1) yield supplierAt(index)
}

function supplierAt(index: number): RecordOf<typeof supplier> {
  const random = randomFor('supplier', index)
  const { name, city, market } = companyAt(firstCompany + index)
  return {
    id: index + 1,
    name,
    country: market.country,
    city,
    email: `sales@supplier-${index + 1}.example`,
    phone: `${market.dial}555${random.between(100, 999)}${random.between(1000, 9999)}`,
    website: index % 3 === 0 ? null : `https://supplier-${index + 1}.example/`,
    terms: random.pick(['prepaid', 'days30', 'days30', 'days60'] as const),
    leadDays: random.between(3, 60),
    active: index === 0 || random.chance(0.93),
    note: random.chance(0.2)
      ? random.pick(['Closed in August', 'يغلق في شهر رمضان بعد الظهر', 'Minimum order 500'])
      : null,
  }
}
