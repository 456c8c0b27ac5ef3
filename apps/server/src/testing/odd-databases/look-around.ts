/** Looks at everything in an adopted file as its owner can, and compares it with what SQLite says is there. */
import type { ListQuery } from '@haykal/contract'
import { type AnyRecord, type Json, type Model, type ModelField, operatorsOf, recordId } from '@haykal/model'
import { type AdoptedFile, attempt, columnName } from './adopted-file.ts'
import { difference, type FileObject, holdsText, objectsOf } from './file-truth.ts'

/** How much to look at. */
export interface Look {
  /** Rows a page; absent: 3, so that small tables have several. */
  readonly limit?: number
}

/** Everything that is not as it should be, each as one line; empty: every object can be used fully, or says why not. */
export async function lookAround(file: AdoptedFile, look: Look = {}): Promise<readonly string[]> {
  const findings: string[] = []
  for (const object of objectsOf(file.path)) {
    for (const finding of await lookAtObject(file, object, look))
      findings.push(`${JSON.stringify(object.name)}: ${finding}`)
  }
  const { send } = file
  for (const path of ['/api/v1/-/boot', '/api/v1/-/openapi.json', '/api/v1/-/adoption', '/readyz']) {
    const status = await send(`GET ${path}`)
    if (status !== 200) findings.push(`GET ${path} answers ${status}`)
  }
  return [...findings, ...file.takeFailures()]
}

async function lookAtObject(file: AdoptedFile, object: FileObject, look: Look): Promise<readonly string[]> {
  const reported = file.report.objects.filter(({ name }) => name === object.name)
  const [only] = reported
  if (reported.length !== 1 || !only) return [`is ${reported.length} times in the report`]
  if (only.model === undefined) {
    if (only.doubts.length === 0) return ['is not shown, and the report does not say why']
    // What SQLite reads and no virtual table keeps for itself can be shown.
    return object.count === undefined || object.type === 'shadow'
      ? []
      : [`is not shown: ${only.doubts.map(({ code }) => code).join(', ')}`]
  }
  const model = file.models.get(only.model)
  if (!model) return [`became the model ${only.model}, which boot does not tell of`]
  if (object.count === undefined) return ['is shown, although SQLite cannot read it']
  return await lookAtModel({
    file,
    model,
    count: object.count,
    object,
    limit: look.limit ?? 3,
  })
}

/** A model to look at. */
interface Looking {
  readonly file: AdoptedFile
  readonly model: Model
  /** The rows that SQLite counts. */
  readonly count: number
  readonly object: FileObject
  readonly limit: number
}

async function lookAtModel(looking: Looking): Promise<readonly string[]> {
  const { model, count } = looking
  const all = await walk(looking, {})
  if (!all.ok) return [`list: ${all.why}`]
  const findings = [...all.findings]
  if (all.records.length !== count) findings.push(`lists ${all.records.length} records of ${count} rows`)
  if (!hasTwins(looking)) findings.push(...twins(model, all.records))
  findings.push(...(await openEach(looking, all.records)))
  for (const field of spread(model.fields, model.fields.length > 200 ? 4 : 60)) {
    findings.push(
      ...(await filterBy(looking, field, all.records)),
      ...(await sortBy(looking, field, all.records)),
      ...(await searchIn(looking, field, all.records)),
    )
  }
  return findings
}

/** Some of many, from everywhere. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items
  return Array.from(
    { length: most },
    (_, index) => items[Math.floor((index * (items.length - 1)) / (most - 1))] as Item,
  )
}

/** Whether several rows may have the same key, or one that cannot be named; the report says so then. */
function hasTwins({ file, model }: Looking): boolean {
  const doubts = file.report.objects.find((each) => each.model === model.name)?.doubts ?? []
  const isOfKey = (field: unknown) => model.key.some(({ name }) => name === field)
  return (
    model.key.length === 0 ||
    doubts.some(({ code, params }) => code === 'key_unsound' || (code === 'values_differ' && isOfKey(params?.field)))
  )
}

function twins(model: Model, records: readonly AnyRecord[]): readonly string[] {
  const ids = records.map((record) => recordId(model, record))
  return difference(ids, [...new Set(ids)]).map((id) => `the id ${id} comes more than once`)
}

type Walk =
  | { readonly ok: true; readonly records: readonly AnyRecord[]; readonly findings: readonly string[] }
  | { readonly ok: false; readonly why: string }

/** All records of a list, page by page to the end and back again. */
async function walk({ file, model, count, limit }: Looking, query: ListQuery): Promise<Walk> {
  const list = (place: ListQuery) =>
    attempt(
      file.client.call('listRecords', {
        path: { model: model.name },
        query: { ...query, limit, count: 'exact', ...place },
      }),
    )
  const pages: (readonly AnyRecord[])[] = []
  const findings: string[] = []
  let place: ListQuery = {}
  let last: string | null = null
  // One more than there can be: a list that never ends is one of too many records.
  while (pages.length <= Math.ceil(count / limit) + 1) {
    const page = await list(place)
    if (!page.ok) return { ok: false, why: `page ${pages.length + 1}: ${page.why}` }
    pages.push(page.reply.data)
    last = page.reply.meta.prev
    if (
      page.reply.meta.count !== null &&
      pages.length === 1 &&
      Object.keys(query).length === 0 &&
      page.reply.meta.count !== count
    )
      findings.push(`counts ${page.reply.meta.count} of ${count}`)
    if (page.reply.meta.next === null) break
    place = { after: page.reply.meta.next }
  }
  let index = pages.length - 1
  while (last !== null && index > 0) {
    const page = await list({ before: last })
    index -= 1
    if (!page.ok) return { ok: false, why: `back to page ${index + 1}: ${page.why}` }
    if (JSON.stringify(page.reply.data) !== JSON.stringify(pages[index]))
      findings.push(`page ${index + 1} is another one on the way back`)
    last = page.reply.meta.prev
  }
  if (index > 0 && pages.length > 1) findings.push(`the way back ends at page ${index + 1}`)
  return { ok: true, records: pages.flat(), findings: findings.map((each) => `${writtenQuery(query)}${each}`) }
}

function writtenQuery(query: ListQuery): string {
  return Object.keys(query).length === 0 ? '' : `${JSON.stringify(query)}: `
}

async function openEach(looking: Looking, records: readonly AnyRecord[]): Promise<readonly string[]> {
  const { file, model } = looking
  if (model.key.length === 0) return []
  const findings: string[] = []
  for (const record of records) {
    const id = recordId(model, record)
    const opened = await attempt(file.client.call('readRecord', { path: { model: model.name, id } }))
    // Of bytes that are no text an address could only hold what is shown in their place; the report says so.
    if (!opened.ok && hasTwins(looking) && JSON.stringify(keyOf(model, record)).includes('\ufffd')) continue
    if (!opened.ok) findings.push(`${JSON.stringify(keyOf(model, record))} does not open as ${id}: ${opened.why}`)
    else if (opened.reply.meta.id !== id) findings.push(`${id} opens as ${opened.reply.meta.id}`)
    else if (opened.reply.meta.closed === undefined && JSON.stringify(opened.reply.data) !== JSON.stringify(record))
      findings.push(`${id} opens as another record: ${short(opened.reply.data)} and not ${short(record)}`)
  }
  return findings
}

function keyOf(model: Model, record: AnyRecord): Json {
  return model.key.map((field) => record[field.name] ?? null)
}

const short = (value: unknown) => {
  const text = JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** Each value that a record shows, asked for, finds that record. */
async function filterBy(
  { file, model }: Looking,
  field: ModelField,
  records: readonly AnyRecord[],
): Promise<readonly string[]> {
  if (!operatorsOf(field).includes('eq')) return []
  const findings: string[] = []
  const seen = new Set<string>()
  for (const record of records) {
    const value = record[field.name] ?? null
    if (seen.has(JSON.stringify(value)) || seen.size > 12 || !canBeAsked(value)) continue
    seen.add(JSON.stringify(value))
    const filter = { [field.name]: { eq: value } }
    const found = await attempt(
      file.client.call('listRecords', { path: { model: model.name }, query: { filter, limit: 500, count: 'none' } }),
    )
    if (!found.ok) findings.push(`filter ${short(filter)}: ${found.why}`)
    else if (!holds(found.reply.data, record)) findings.push(`filter ${short(filter)} does not find ${short(record)}`)
  }
  return findings
}

/**
 * Whether a request can name a value: an address has no room for long ones, NUL is refused wherever it comes from, and what is no
 * valid UTF-8 is shown with a sign in its place that stands for many.
 */
function canBeAsked(value: Json): boolean {
  const text = JSON.stringify(value)
  return text.length <= 1000 && !text.includes('\\u0000') && !text.includes('\ufffd')
}

function holds(records: readonly AnyRecord[], record: AnyRecord): boolean {
  const text = JSON.stringify(record)
  return records.some((each) => JSON.stringify(each) === text)
}

/** Sorted either way all records come, and the one way is the other backwards. */
async function sortBy(looking: Looking, field: ModelField, records: readonly AnyRecord[]): Promise<readonly string[]> {
  if (!field.isSortable) return []
  const up = await walk(looking, { sort: field.name })
  const down = await walk(looking, { sort: `-${field.name}` })
  if (!up.ok) return [`sort ${field.name}: ${up.why}`]
  if (!down.ok) return [`sort -${field.name}: ${down.why}`]
  const missing = [up, down].flatMap((each) => difference(records, each.records))
  if (missing.length > 0) return [`sort ${field.name} misses ${short(missing)}`]
  const isMirrored = JSON.stringify(up.records) === JSON.stringify(down.records.toReversed())
  return [
    ...up.findings,
    ...down.findings,
    ...(isMirrored || hasTwins(looking) ? [] : [`sort ${field.name} is not -${field.name} backwards`]),
  ]
}

/** Of one or two letters, a word is found only where it begins. */
const foundWord = /[\p{L}\p{N}]{3,}|(?<=^|\s)[\p{L}\p{N}]{1,2}(?![\p{L}\p{N}])/u

/** A word that a searched text shows finds its record. */
async function searchIn(
  { file, model, object }: Looking,
  field: ModelField,
  records: readonly AnyRecord[],
): Promise<readonly string[]> {
  if (!field.isSearchable || field.kind.searchedBy !== 'contains' || field.references !== undefined) return []
  for (const record of records) {
    const value = record[field.name]
    const [word] = typeof value === 'string' && !value.includes('\0') ? (foundWord.exec(value) ?? []) : []
    if (word === undefined) continue
    const q = word.slice(0, 40)
    // Numbers and bytes are shown as texts, and are none that could be searched.
    const place = { table: object.name, column: columnName(file, model, field) }
    if (typeof value !== 'string' || !holdsText(file.path, place, value)) continue
    const found = await attempt(
      file.client.call('listRecords', { path: { model: model.name }, query: { q, limit: 500, count: 'none' } }),
    )
    if (!found.ok) return [`search ${q}: ${found.why}`]
    if (!holds(found.reply.data, record)) return [`search ${q} does not find ${short(record)}`]
  }
  return []
}
