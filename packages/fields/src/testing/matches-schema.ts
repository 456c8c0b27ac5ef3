/** As much of JSON Schema as the field kinds write: enough to see that a kind's schema tells the truth about its values. */
import { isJsonObject, type Json, type JsonSchema } from '@haykal/model'

/** Whether a value is as a schema says. Throws on a keyword that it does not know. */
export function matchesSchema(schema: JsonSchema, value: Json): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => {
    const test = keywords.get(keyword)
    if (!test) throw new Error(`matchesSchema does not know the keyword "${keyword}"`)
    return test(wanted, value)
  })
}

type Test = (wanted: Json, value: Json) => boolean

const ofText = (test: (wanted: Json, text: string) => boolean): Test => {
  return (wanted, value) => typeof value !== 'string' || test(wanted, value)
}
const ofNumber = (test: (wanted: number, value: number) => boolean): Test => {
  return (wanted, value) => typeof value !== 'number' || test(Number(wanted), value)
}

const keywords: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['type', (wanted, value) => [wanted].flat().includes(typeName(value)) || [wanted].flat().includes(widerName(value))],
  ['enum', (wanted, value) => Array.isArray(wanted) && wanted.includes(value)],
  ['pattern', ofText((wanted, text) => new RegExp(String(wanted), 'u').test(text))],
  ['minLength', ofText((wanted, text) => [...text].length >= Number(wanted))],
  ['maxLength', ofText((wanted, text) => [...text].length <= Number(wanted))],
  ['minimum', ofNumber((wanted, value) => value >= wanted)],
  ['maximum', ofNumber((wanted, value) => value <= wanted)],
  ['contentEncoding', ofText((wanted, text) => wanted === 'base64' && btoa(atob(text)) === text)],
  [
    'items',
    (wanted, value) => !Array.isArray(value) || value.every((each) => matchesSchema(wanted as JsonSchema, each)),
  ],
  ['maxItems', (wanted, value) => !Array.isArray(value) || value.length <= Number(wanted)],
  ['uniqueItems', (wanted, value) => !Array.isArray(value) || wanted !== true || new Set(value).size === value.length],
  // These two only explain.
  ['format', () => true],
  ['description', () => true],
])

function typeName(value: Json): string {
  if (value === null) return 'null'
  if (Number.isInteger(value)) return 'integer'
  if (isJsonObject(value)) return 'object'
  return Array.isArray(value) ? 'array' : typeof value
}

function widerName(value: Json): string {
  return typeof value === 'number' ? 'number' : typeName(value)
}
