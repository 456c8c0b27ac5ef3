import { expect, test } from 'vitest'
import { describeTimeZone, findTimeZones, knownTimeZones, timeZoneText } from './time-zones.ts'

const winter = Date.parse('2026-11-21T12:00:00Z')
const cairo = describeTimeZone('Africa/Cairo', 'en', winter)
const zones = [
  cairo,
  describeTimeZone('America/Sao_Paulo', 'en', winter),
  describeTimeZone('Asia/Riyadh', 'ar-EG', winter),
]
const found = (text: string) => findTimeZones(zones, text).map(({ name }) => name)

test('knows the zones of the browser, and universal time', () => {
  const names = knownTimeZones().map(({ name }) => name)
  expect(names).toContain('Africa/Cairo')
  expect(names).toContain('UTC')
  expect(new Set(names).size).toBe(names.length)
})

test('writes the city, the present offset, and what the time is called there', () => {
  expect(timeZoneText(cairo, 'ltr')).toBe('Cairo · GMT+02:00 · Egypt Time')
  expect(timeZoneText({ name: 'Africa/Cairo', city: 'Cairo' }, 'rtl')).toBe('\u200fCairo')
  expect(describeTimeZone('Africa/Cairo', 'en', Date.parse('2026-07-01T12:00:00Z')).offset).toBe('GMT+03:00')
})

test('finds by city, by country in the language of the person, and by offset in either digits', () => {
  expect(found('')).toHaveLength(3)
  expect(found('sao')).toEqual(['America/Sao_Paulo'])
  expect(found('EGYPT')).toEqual(['Africa/Cairo'])
  expect(found('السعودية')).toEqual(['Asia/Riyadh'])
  expect(found('+٠٢:٠٠')).toEqual(['Africa/Cairo'])
  expect(found('03:00')).toEqual(['America/Sao_Paulo', 'Asia/Riyadh'])
  expect(found('asia cairo')).toEqual([])
})
