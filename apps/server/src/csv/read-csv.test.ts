// CSV files of every make: rows with the lines on which they begin, whatever the line ends, the encoding and the size.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type CsvFile, checkCsv } from './read-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'haykal-csv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(content: string | Uint8Array, how: Partial<CsvFile> = {}): Promise<unknown> {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  const { columns, count, rows } = await checkCsv({ path, ...how })
  const read = []
  for await (const { line, cells } of rows) read.push([line, ...cells])
  expect(read).toHaveLength(count)
  return [[1, ...columns], ...read]
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

it.each([
  {
    name: 'plain lines',
    content: 'a,b\n1,2\n3,4\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  },
  {
    name: 'no last line end',
    content: 'a,b\n1,2',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    name: 'line ends of Windows, and mixed ones',
    content: 'a,b\r\n1,2\n3,4\r\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  },
  {
    name: 'line ends of old Macintoshes',
    content: 'a,b\r1,2\r',
    rows: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    name: 'line breaks and quotes in values',
    content: 'a,b\n"x\r\ny\n","say ""no"""\n3,4\n',
    rows: [
      [1, 'a', 'b'],
      [2, 'x\r\ny\n', 'say "no"'],
      [5, '3', '4'],
    ],
  },
  {
    name: 'blank lines',
    content: 'a,b\n\n1,2\n\n\n3,4\n\n',
    rows: [
      [1, 'a', 'b'],
      [3, '1', '2'],
      [6, '3', '4'],
    ],
  },
  {
    name: 'a mark of UTF-8',
    content: '\ufeffa,b\nä,ب\n',
    rows: [
      [1, 'a', 'b'],
      [2, 'ä', 'ب'],
    ],
  },
  {
    name: 'a mark of UTF-16',
    content: utf16('\ufeffa,b\nä,ب\n'),
    rows: [
      [1, 'a', 'b'],
      [2, 'ä', 'ب'],
    ],
  },
  {
    name: 'UTF-16 without a mark',
    content: utf16('a,b\nä,ب\n'),
    how: { encoding: 'utf-16le' },
    rows: [
      [1, 'a', 'b'],
      [2, 'ä', 'ب'],
    ],
  },
  {
    name: 'Windows-1252',
    content: Buffer.from('a;b\nä;é\n', 'latin1'),
    how: { encoding: 'windows-1252', delimiter: ';' },
    rows: [
      [1, 'a', 'b'],
      [2, 'ä', 'é'],
    ],
  },
  {
    name: 'rows that are too short and too long',
    content: 'a,b\n1\n1,2,3\n',
    rows: [
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ],
  },
])('reads $name', async ({ content, how = {}, rows }) => {
  expect(await read(content, how)).toEqual(rows)
})

it('cuts no letter in two where the file is read in pieces', async () => {
  const cell = 'ب€😀'.repeat(200_000)
  expect(await read(`a\n${cell}\nend\n`)).toEqual([
    [1, 'a'],
    [2, cell],
    [3, 'end'],
  ])
})

it('names the line of a wrong byte far into a file', async () => {
  const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index},ب`)
  const content = Buffer.concat([
    Buffer.from(`a,b\n${lines.join('\n')}\n`),
    Buffer.from([0x61, 0xc3, 0x28]),
    Buffer.from(',x\n'),
  ])
  await expect(read(content)).rejects.toThrow('is not in UTF-8: line 50002 has bytes')
})

it('names a letter that the end of the file cuts off', async () => {
  await expect(read(Buffer.from([0x61, 0x0a, 0xd8]))).rejects.toThrow('line 2')
})

it('does not take in a whole large file for one quote that is never closed', async () => {
  const content = `a,b\n1,2\n"never closed,3\n${'x,y\n'.repeat(10_000_000)}`
  await expect(read(content)).rejects.toThrow('the row that begins in line 3 is never closed')
}, 60_000)
