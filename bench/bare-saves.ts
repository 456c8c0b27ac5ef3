/** The yardstick of saves: read and update by nothing but node:http and prepared statements, one commit each, all of it synced; no sign-in, no rules, no checks. */
import { createServer } from 'node:http'
import SqliteFile from 'better-sqlite3'

const [path = '', port = '0'] = process.argv.slice(2)
const file = new SqliteFile(path)
file.pragma('journal_mode = wal')
file.pragma('synchronous = full')
const read = file.prepare(
  'select number, customer, status, "placedAt", total, note, "shipBy" from orders where number = ?',
)
const update = file.prepare('update orders set "shipBy" = ? where number = ?')
const [begin, commit] = [file.prepare('begin immediate'), file.prepare('commit')]

createServer((request, response) => {
  let sent = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    sent += chunk
  })
  request.on('end', () => {
    const { values } = JSON.parse(sent) as { values: { shipBy: string } }
    const number = Number(request.url?.slice(1))
    begin.run()
    const before = read.get(number) as object
    update.run(values.shipBy, number)
    commit.run()
    const body = JSON.stringify({ data: { ...before, ...values } })
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
  })
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
