/** The bare limit of each list operation: node:http, statements prepared once and JSON.stringify; no sign-in, no rules, no checks. Asked by the place of the operation, as `/3`. */
import { createServer } from 'node:http'
import SqliteFile from 'better-sqlite3'
import { operations, type Sought } from './list-operations.ts'

const [path = '', port = '0', found = '{}'] = process.argv.slice(2)
const sought = JSON.parse(found) as Sought
const file = new SqliteFile(path, { readonly: true })
const pages = operations.map(({ bare }) => {
  const asked = bare?.(sought)
  return (
    asked && {
      page: file.prepare(`select o.number, o.customer, o.status, o."placedAt", o.total, o.note ${asked.sql}`),
      values: asked.values,
    }
  )
})
const customers = file.prepare(
  `select id, name from customers where id in (${Array.from({ length: 50 }, () => '?').join(', ')})`,
)

interface Order {
  readonly customer: number
}

createServer(({ url = '' }, response) => {
  const asked = pages[Number(url.slice(1))]
  const orders = (asked?.page.all(...asked.values) ?? []) as Order[]
  const wanted = Array.from({ length: 50 }, (_, index) => orders[index]?.customer ?? null)
  const titles = customers.all(wanted) as { id: number; name: string }[]
  const body = JSON.stringify({ data: orders, titles: Object.fromEntries(titles.map(({ id, name }) => [id, name])) })
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
