/** What only the server knows of the Bazaar: rules, the endpoint, and how a new database is filled. */
import { defineProjectServer } from 'haykal/server'
import { lowStockServer } from './endpoints/low-stock/low-stock.server.ts'
import { project } from './haykal.config.ts'
import { categoryServer } from './models/category/category.server.ts'
import { category } from './models/category/category.ts'
import { customerServer } from './models/customer/customer.server.ts'
import { customer } from './models/customer/customer.ts'
import { employeeServer } from './models/employee/employee.server.ts'
import { employee } from './models/employee/employee.ts'
import { lineServer } from './models/line/line.server.ts'
import { line } from './models/line/line.ts'
import { orderServer } from './models/order/order.server.ts'
import { order } from './models/order/order.ts'
import { productServer } from './models/product/product.server.ts'
import { product } from './models/product/product.ts'
import { shipmentServer } from './models/shipment/shipment.server.ts'
import { shipment } from './models/shipment/shipment.ts'
import { supplierServer } from './models/supplier/supplier.server.ts'
import { supplier } from './models/supplier/supplier.ts'
import { createSample } from './sample/sample.ts'

/** The server faces of the project. */
export const server = defineProjectServer(project, {
  models: [
    orderServer,
    customerServer,
    lineServer,
    shipmentServer,
    productServer,
    categoryServer,
    supplierServer,
    employeeServer,
  ],
  endpoints: [lowStockServer],
  fill: async ({ insert, scale }) => {
    const sample = createSample(scale)
    await insert(category, sample.categories())
    await insert(supplier, sample.suppliers())
    await insert(product, sample.products())
    await insert(employee, sample.employees())
    await insert(customer, sample.customers())
    await insert(order, sample.orders())
    await insert(line, sample.lines())
    await insert(shipment, sample.shipments())
  },
})
