/** The yardstick: the same list page by nothing but node:http, prepared statements and JSON.stringify; no sign-in, no rules, no checks. */
import { createServer } from 'node:http'
import SqliteFile from 'better-sqlite3'

const [path = '', port = '0'] = process.argv.slice(2)
const file = new SqliteFile(path, { readonly: true })
const page = file.prepare(
  'select number, customer, status, "placedAt", total, note from orders order by "placedAt" desc, number desc limit 50',
)
const customers = file.prepare(
  `select id, name from customers where id in (${Array.from({ length: 50 }, () => '?').join(', ')})`,
)

interface Order {
  readonly customer: number
}

createServer((_request, response) => {
  const orders = page.all() as Order[]
  const titles = customers.all(orders.map((order) => order.customer)) as { id: number; name: string }[]
  const body = JSON.stringify({ data: orders, titles: Object.fromEntries(titles.map(({ id, name }) => [id, name])) })
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
