/** The people of the sample company: 25, invented. */
import type { RecordOf } from 'haykal'
import type { employee } from '../models/employee/employee.ts'
import { dayBefore, tradingDays } from './calendar.ts'
import { writeCents } from './money.ts'
import { randomFor } from './random.ts'

type Employee = RecordOf<typeof employee>
type Person = readonly [
  name: string,
  position: string,
  department: Employee['department'],
  manager: number | null,
  monthly: number,
  address: string,
]

// A manager is named by their place in this list, counted from 1.
const people: readonly Person[] = [
  ['Mariam Castellan', 'Managing director', 'direction', null, 9_400, 'mariam'],
  ['كريم الصبّاغ', 'Head of sales', 'sales', 1, 6_800, 'karim'],
  ['Ingrid Okonjo-Lund', 'Head of purchasing', 'purchasing', 1, 6_700, 'ingrid'],
  ['Łukasz Haddadian', 'Head of warehouse', 'warehouse', 1, 6_100, 'lukasz'],
  ['Θάλεια Μορένο', 'Head of accounts', 'accounts', 1, 6_500, 'thaleia'],
  ['سلمى الأندلسي', 'Seller, Middle East', 'sales', 2, 4_300, 'salma'],
  ['Tomás Vrabec', 'Seller, Southern Europe', 'sales', 2, 4_200, 'tomas'],
  ['Ayşe Lindqvist', 'Seller, Northern Europe', 'sales', 2, 4_200, 'ayse'],
  ['वीणा मार्टिन', 'Seller, South Asia', 'sales', 2, 4_000, 'veena'],
  ['林 小澪', 'Seller, East Asia', 'sales', 2, 4_250, 'mio'],
  ['Adùn Fairweather', 'Seller, Africa', 'sales', 2, 4_050, 'adun'],
  ['Joana Brightwater', 'Seller, Americas', 'sales', 2, 4_300, 'joana'],
  ['ياسر المنصوري الحلبي', 'Shop floor', 'sales', 6, 3_100, 'yasser'],
  ['Оксана Дель Ріо', 'Buyer, textiles', 'purchasing', 3, 4_100, 'oksana'],
  ['Bùi Rosenthal', 'Buyer, ceramics and glass', 'purchasing', 3, 4_100, 'bui'],
  ['נועם סנטוס', 'Buyer, food', 'purchasing', 3, 3_950, 'noam'],
  ['Đorđe Nakamura', 'Warehouse, day shift', 'warehouse', 4, 3_000, 'djordje'],
  ['ሰላም በርግማን', 'Warehouse, day shift', 'warehouse', 4, 3_000, 'selam'],
  ['Petra van der Zand', 'Warehouse, night shift', 'warehouse', 4, 3_250, 'petra'],
  ['سامر النجفي', 'Packing', 'warehouse', 17, 2_800, 'samer'],
  ['Chiara Oyelaran', 'Packing', 'warehouse', 17, 2_800, 'chiara'],
  ['ნინო ალმეიდა', 'Customs papers', 'warehouse', 4, 3_400, 'nino'],
  ['Émile Haddock', 'Bookkeeper', 'accounts', 5, 3_600, 'emile'],
  ['هدى شوبان', 'Bookkeeper', 'accounts', 5, 3_600, 'huda'],
  ['정 마리솔', 'Payroll', 'accounts', 5, 3_700, 'marisol'],
]

/** The employees, managers before those who report to them. */
export function* employees(): Generator<Employee> {
  for (const [index, [name, position, department, manager, monthly, address]] of people.entries()) {
    const random = randomFor('employee', index)
    yield {
      id: index + 1,
      name,
      position,
      department,
      manager,
      email: `${address}@bazaar.example`,
      phone: `+20555100${1000 + index}`,
      hiredOn: dayBefore(tradingDays + random.below(2500)),
      salary: writeCents(monthly * 100),
      active: index !== 20,
    }
  }
}

/** The keys of those who sell. */
export const sellers: readonly number[] = people.flatMap(([, , department], index) =>
  department === 'sales' ? [index + 1] : [],
)
