/** A column becomes what its type, its name and its values say. */
import { expect, test } from 'vitest'
import type { ColumnShape, Stored } from '../../engine.ts'
import { lookAt } from './column-look.ts'
import { guessKind } from './guess-kind.ts'

function guess(declaration: string, values: readonly Stored[], more: Partial<ColumnShape> = {}) {
  const [name = '', ...type] = declaration.split(' ')
  const column: ColumnShape = {
    name,
    type: type.join(' '),
    isNullable: true,
    hasDefault: false,
    isGenerated: false,
    isComputed: false,
    isUnique: false,
    ...more,
  }
  return guessKind({ column, field: name, look: lookAt(values) })
}

const text = { kind: 'text', searchable: true, maxLength: 100_000 }
const mixed = { kind: 'text', isMixed: true, searchable: true, maxLength: 100_000 }
const cycle = (values: readonly string[], times: number) => Array.from({ length: times }, () => values).flat()

test.each<[string, Stored[], object]>([
  ['name TEXT', ['a', null, 'b'], text],
  ['name VARCHAR(10)', ['a'], { ...text, maxLength: 10 }],
  ['name VARCHAR(2)', ['abc'], text],
  ['name TEXT', ['two\nlines'], { kind: 'longText' }],
  ['name VARCHAR(500)', ['x'.repeat(250)], { kind: 'longText', maxLength: 500 }],
  ['description TEXT', [], { kind: 'longText' }],
  ['n INTEGER', [1n, 2n], { kind: 'integer' }],
  ['n INTEGER', [1n, 2.5], { kind: 'number' }],
  ['n INTEGER', [2n ** 62n], { kind: 'integer' }],
  ['flag TINYINT(1)', [0n, 1n], { kind: 'boolean' }],
  ['flag BOOLEAN', [], { kind: 'boolean' }],
  ['flag BOOLEAN', [5n], { kind: 'integer' }],
  ['is_paid INT', [0n, 1n], { kind: 'boolean' }],
  ['hasChildren', [1n], { kind: 'boolean' }],
  ['quantity INT', [0n, 1n], { kind: 'integer' }],
  ['x NUMERIC(10,2)', [], { kind: 'decimal', scale: 2 }],
  ['x NUMERIC(10,2)', [1.5, 2n], { kind: 'decimal', scale: 2 }],
  ['x NUMERIC(10,2)', [1.555], { kind: 'decimal' }],
  ['x DECIMAL(10)', [7n], { kind: 'integer' }],
  ['x NUMERIC(38,20)', [0.5], { kind: 'decimal' }],
  ['unit_price REAL', [9.99, 10], { kind: 'decimal', scale: 2 }],
  ['unit_price REAL', [9.999], { kind: 'number' }],
  ['tax_rate REAL', [0.25], { kind: 'number' }],
  ['weight REAL', [0.25], { kind: 'number' }],
  ['settings TEXT', ['{"a":1}', '[]'], { kind: 'json' }],
  ['settings JSON', [], { kind: 'json' }],
  ['settings TEXT', ['{"a":1}', '{no'], text],
  ['settings TEXT', ['5', 'null'], text],
  ['photo BLOB', [new Uint8Array()], { kind: 'bytes' }],
  ['photo BLOB', ['text'], text],
  ['x', [1n, 2n], { kind: 'integer' }],
  ['x', [1n, 2.5], { kind: 'number' }],
  ['x', ['a'], text],
  ['x STRING', ['a'], text],
  ['x', ['a', 1n], mixed],
  ['x', [new Uint8Array(), 1n], mixed],
])('%s (%#) is taken for what fits it', (declaration, values, field) => {
  const found = guess(declaration, values)
  expect(found.field).toEqual(field)
  expect(found.doubts).toEqual([])
  expect(found.alternatives[0]).toEqual(field)
})

test.each<[string, Stored[], { field: object; guessed?: string }]>([
  ['seen DATETIME', ['2024-01-01 10:00:00', '2024-01-01'], { field: { kind: 'datetime', written: 'sql' } }],
  ['seen DATETIME', ['2024-01-01T10:00:00Z'], { field: { kind: 'datetime', written: 'iso' } }],
  ['seen DATETIME', ['2024-01-01 00:00:00'], { field: { kind: 'date', written: 'sql' } }],
  ['seen DATE', ['2024-01-01'], { field: { kind: 'date' } }],
  ['seen DATETIME', [], { field: { kind: 'datetime', written: 'sql' } }],
  ['seen DATETIME', [1700000000n], { field: { kind: 'datetime', written: 'seconds' } }],
  ['created_at TEXT', ['2024-01-01 10:00:00'], { field: { kind: 'datetime', written: 'sql' }, guessed: 'sql' }],
  ['created_at INTEGER', [1700000000n, 0n], { field: { kind: 'datetime', written: 'seconds' }, guessed: 'seconds' }],
  [
    'createdAt BIGINT',
    [1700000000123n],
    { field: { kind: 'datetime', written: 'milliseconds' }, guessed: 'milliseconds' },
  ],
  ['expires REAL', [2460000.25], { field: { kind: 'datetime', written: 'julian' }, guessed: 'julian' }],
  ['expires REAL', [2460000.5], { field: { kind: 'date', written: 'julian' }, guessed: 'julian' }],
  ['born_on INTEGER', [19723n * 86400n], { field: { kind: 'date', written: 'seconds' }, guessed: 'seconds' }],
  ['year INTEGER', [1999n], { field: { kind: 'integer' } }],
  ['run_time INTEGER', [343719n], { field: { kind: 'integer' } }],
  ['size INTEGER', [1700000000n], { field: { kind: 'integer' } }],
  ['created_at INTEGER', [], { field: { kind: 'integer' } }],
  ['x TEXT', ['2024-01-01', '2024-01-02', '2024-01-03'], { field: { kind: 'date' }, guessed: 'iso' }],
])('%s (%#) is a moment where its values are', (declaration, values, { field, guessed }) => {
  const found = guess(declaration, values)
  expect(found.field).toEqual(field)
  const name = declaration.split(' ')[0]
  expect(found.doubts).toEqual(
    guessed === undefined ? [] : [{ code: 'moments_guessed', params: { field: name, written: guessed } }],
  )
})

test.each<[string, Stored[], string]>([
  ['n INTEGER', [1n, 'n/a'], '"n/a"'],
  ['n REAL', ['x'], '"x"'],
  ['seen DATETIME', ['21.11.2026'], '"21.11.2026"'],
  ['seen DATETIME', ['2024-01-01 10:00:00', 5n], '5'],
  ['name TEXT', ['a', new Uint8Array()], 'BLOB'],
])('%s (%#) is text beside numbers where its values differ', (declaration, values, found) => {
  const guessed = guess(declaration, values)
  expect(guessed.field).toEqual(mixed)
  const [name, declared] = declaration.split(' ')
  expect(guessed.doubts).toEqual([{ code: 'values_differ', params: { field: name, declared, found } }])
})

test('says where nothing tells what a column holds', () => {
  expect(guess('x', []).doubts).toEqual([{ code: 'type_unknown', params: { field: 'x', type: '' } }])
  expect(guess('x FROB', [null]).field).toEqual(mixed)
})

test('offers few repeating texts as choices, but not names', () => {
  const status = guess('status TEXT', cycle(['paid', 'open', 'late'], 20))
  expect(status.field).toEqual({ kind: 'choice', options: ['late', 'open', 'paid'], isOpen: true })
  expect(status.doubts).toEqual([{ code: 'choices_guessed', params: { field: 'status' } }])
  expect(guess('city TEXT', cycle(['Cairo', 'Oslo'], 20)).field).toEqual(text)
  expect(guess('status TEXT', cycle(['paid', 'open'], 5)).field).toEqual(text)
  expect(guess('status TEXT', cycle(['x'], 50)).field).toEqual(text)
})

test('takes the choices of the table itself', () => {
  const sizes = { choices: ['S', 'M'] }
  expect(guess('size TEXT', [], sizes).field).toEqual({ kind: 'choice', options: ['S', 'M'] })
  expect(guess('size TEXT', ['S'], sizes).field).toEqual({ kind: 'choice', options: ['S', 'M'] })
  expect(guess('size TEXT', ['XL'], sizes).field).toEqual({ kind: 'choice', options: ['S', 'M'], isOpen: true })
  expect(guess('size INT', [1n], { choices: [1, 2, 3] }).field).toEqual({ kind: 'choice', options: [1, 2, 3] })
  expect(guess('size INT', ['x'], { choices: [1, 2, 3] }).field).toEqual(mixed)
  expect(guess('flag INT', [1n], { choices: [0, 1] }).field).toEqual({ kind: 'boolean' })
  expect(guess('flag INT', [], { choices: [0, 1] }).field).toEqual({ kind: 'boolean' })
})

test('names what a column could hold instead', () => {
  const kinds = (declaration: string, values: readonly Stored[]) =>
    guess(declaration, values).alternatives.map(({ kind, ...options }) => [kind, ...Object.values(options)].join(' '))
  expect(kinds('n INT', [0n, 1n])).toEqual(['integer', 'number', 'boolean', 'decimal', 'text true true 100000'])
  expect(kinds('n INT', [1700000000n])).toContain('datetime seconds')
  expect(kinds('n REAL', [0.25])).toEqual(['number', 'decimal 2', 'decimal', 'text true true 100000'])
  expect(kinds('t TEXT', ['a', 'b'])).toEqual(['text true 100000', 'longText', 'choice a,b true'])
  expect(kinds('t DATE', ['2024-01-01'])).toContain('datetime sql')
  expect(kinds('t TEXT', [])).toContain('json')
})
