/** The Bazaar: a trading company, as a sample of what a project looks like. */
import { choice, defineProject } from 'haykal'
import { lowStock } from './endpoints/low-stock/low-stock.ts'
import { category } from './models/category/category.ts'
import { countries } from './models/countries.ts'
import { customer } from './models/customer/customer.ts'
import { employee } from './models/employee/employee.ts'
import { line } from './models/line/line.ts'
import { order } from './models/order/order.ts'
import { product } from './models/product/product.ts'
import { shipment } from './models/shipment/shipment.ts'
import { supplier } from './models/supplier/supplier.ts'
import { lowStockScreen } from './screens/low-stock/low-stock.ts'
import { shop } from './screens/shop/shop.ts'

/** The project. The sidebar shows its models in this order. */
export const project = defineProject({
  name: 'bazaar',
  label: { en: 'Bazaar', ar: 'بازار' },
  models: [order, customer, line, shipment, product, category, supplier, employee],
  endpoints: [lowStock],
  screens: [shop, lowStockScreen],
  roles: { clerk: { label: { en: 'Clerk', ar: 'موظف مبيعات' }, like: 'reader' } },
  people: { fields: { country: choice({ options: countries, label: { en: 'Country', ar: 'البلد' } }) } },
})
