import { fieldKinds } from 'haykal'
import { expect, test } from 'vitest'
import { project } from '../haykal.config.ts'
import { lastDay } from './calendar.ts'
import { readCents } from './money.ts'
import { createSample } from './sample.ts'

const sample = createSample()

/** Every stream by the name of its model. */
const streams = {
  categories: sample.categories,
  suppliers: sample.suppliers,
  products: sample.products,
  employees: sample.employees,
  customers: sample.customers,
  orders: sample.orders,
  lines: sample.lines,
  shipments: sample.shipments,
}

test('has the promised numbers of records', () => {
  const counts = Object.fromEntries(Object.entries(streams).map(([name, stream]) => [name, [...stream()].length]))
  expect(counts).toMatchObject({
    categories: 20,
    suppliers: 40,
    products: 300,
    employees: 25,
    customers: 2_000,
    orders: 20_000,
    lines: 60_000,
  })
  expect(counts.shipments).toBeGreaterThan(15_000)
})

test('gives the same records every time', () => {
  for (const stream of Object.values(streams)) expect([...stream()].slice(-50)).toEqual([...stream()].slice(-50))
})

test('ends with the order and the day that never change', () => {
  const newest = [...sample.orders()].at(-1)
  expect(newest?.number).toBe(1_048_571)
  expect(newest?.placedAt.slice(0, 10)).toBe(lastDay)
})

test('gives the total of an order as the exact sum of its lines', () => {
  const sums = new Map<number, number>()
  for (const { order, quantity, price } of sample.lines()) {
    sums.set(order, (sums.get(order) ?? 0) + quantity * readCents(price))
  }
  const totals = [...sample.orders()].map(({ number, total }) => [number, readCents(total ?? '0.00')] as const)
  expect(totals.filter(([number, total]) => sums.get(number) !== total)).toEqual([])
})

test('points only to records that exist', () => {
  const keys = new Map(
    Object.entries(streams).map(([name, stream]) => [
      name,
      new Set([...stream()].map((record) => ('id' in record ? record.id : record.number))),
    ]),
  )
  for (const model of project.models) {
    const relations = Object.entries(model.fields).flatMap(([name, field]) => ('to' in field ? [[name, field.to]] : []))
    for (const record of streams[model.name as keyof typeof streams]()) {
      for (const [name, to] of relations) {
        const key = record[name as keyof typeof record] as number | null
        if (key !== null && !keys.get(to as string)?.has(key)) throw new Error(`${model.name}.${name} points to ${key}`)
      }
    }
  }
})

test('repeats no value of a unique field, and no name of a customer', () => {
  for (const model of project.models) {
    const unique = Object.entries(model.fields).flatMap(([name, field]) => (field.unique ? [name] : []))
    const records = [...streams[model.name as keyof typeof streams]()]
    for (const name of [...unique, 'id' in (records[0] ?? {}) ? 'id' : 'number']) {
      const values = records.map((record) => record[name as keyof typeof record])
      expect(new Set(values).size, `${model.name}.${name}`).toBe(values.length)
    }
  }
  expect(new Set([...sample.customers()].map(({ name }) => name)).size).toBe(2_000)
})

test('holds only values that the fields themselves would take', () => {
  for (const model of project.models) {
    let seen = 0
    for (const record of streams[model.name as keyof typeof streams]()) {
      seen += 1
      if (seen > 1_000) break
      for (const [name, field] of Object.entries(model.fields)) {
        if ('computed' in field || 'rollup' in field) continue
        const kind = fieldKinds[field.kind as keyof typeof fieldKinds] as (typeof fieldKinds)['text']
        const value = record[name as keyof typeof record] as unknown as string | null
        if (value === null) expect(field.required, `${model.name}.${name} is empty`).not.toBe(true)
        else expect([kind.parse(value, field), kind.check?.(value, field)]).toEqual([{ ok: true, value }, undefined])
      }
    }
  }
})

test('places no order before its customer came', () => {
  const since = new Map([...sample.customers()].map(({ id, since }) => [id, since]))
  const early = [...sample.orders()].filter(
    ({ customer, placedAt }) => placedAt.slice(0, 10) < (since.get(customer) ?? ''),
  )
  expect(early).toEqual([])
})

test('writes the names of customers in many scripts', () => {
  const names = [...sample.customers()].map(({ name }) => name).join('')
  const scripts = [
    'Arabic',
    'Latin',
    'Cyrillic',
    'Greek',
    'Hebrew',
    'Han',
    'Hiragana',
    'Hangul',
    'Devanagari',
    'Bengali',
  ]
  for (const script of [...scripts, 'Thai', 'Ethiopic', 'Georgian', 'Armenian']) {
    expect(names, script).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
  }
})

test('grows with its scale, without new suppliers and products', () => {
  const double = createSample(2)
  expect(double.size).toEqual({ orders: 40_000, customers: 4_000 })
  const numbers = [...double.orders()].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(40_000)
  expect([...double.products()]).toHaveLength(300)
})

test('keeps what the models demand of several fields', () => {
  const pairs = [...sample.lines()].map(({ order, product }) => `${order} ${product}`)
  expect(new Set(pairs).size).toBe(pairs.length)
  expect([...sample.shipments()].filter(({ shippedAt, deliveredAt }) => deliveredAt && !shippedAt)).toEqual([])
})
