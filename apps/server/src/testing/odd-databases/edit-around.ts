/** Edits what can be edited in an adopted file, and compares with what SQLite says has become of it. */
import { type AnyRecord, isSameJson, type Json, type Model, type ModelField, recordId } from '@haykal/model'
import { type AdoptedFile, attempt, columnName } from './adopted-file.ts'
import { columnsOf, difference, type ExactRow, type FileObject, objectsOf, rowsOf } from './file-truth.ts'

/** A table to edit, and how it is told of. */
interface Editing {
  readonly file: AdoptedFile
  readonly model: Model
  readonly object: FileObject
  /** Its rows before anything was edited. */
  readonly rows: readonly ExactRow[]
}

/** Tries to edit each object while nothing is unlocked: everything that is not refused with a reason, each as one line. */
export async function editLocked(file: AdoptedFile): Promise<readonly string[]> {
  const findings: string[] = []
  for (const editing of editings(file)) {
    const [record] = await recordsOf(editing, 1)
    if (record && editing.model.key.length > 0 && !JSON.stringify(record).includes('\ufffd'))
      findings.push(...(await expectRefused(editing, record)))
  }
  return [...findings, ...file.takeFailures()]
}

/** Unlocks each table and edits a value of each of its records: everything that did not go as it should, each as one line. */
export async function editAround(file: AdoptedFile): Promise<readonly string[]> {
  const findings: string[] = []
  for (const editing of editings(file)) {
    const { model } = editing
    const closed = file.boot.find(({ name }) => name === model.name)?.closed
    if (closed !== 'locked') continue
    const unlocked = await attempt(file.client.call('unlockModel', { path: { model: model.name }, body: {} }))
    const found = unlocked.ok ? await editModel(editing) : [`unlock: ${unlocked.why}`]
    findings.push(...found.map((finding) => `${JSON.stringify(editing.object.name)}: ${finding}`))
  }
  return [...findings, ...file.takeFailures()]
}

function editings(file: AdoptedFile): readonly Editing[] {
  return objectsOf(file.path).flatMap((object) => {
    const name = file.report.objects.find((each) => each.name === object.name)?.model
    const model = name === undefined ? undefined : file.models.get(name)
    return model && object.count !== undefined ? [{ file, model, object, rows: rowsOf(file.path, object.name) }] : []
  })
}

async function recordsOf({ file, model }: Editing, limit: number): Promise<readonly AnyRecord[]> {
  const page = await attempt(
    file.client.call('listRecords', { path: { model: model.name }, query: { limit, count: 'none' } }),
  )
  return page.ok ? page.reply.data : []
}

async function expectRefused({ file, model, object }: Editing, record: AnyRecord): Promise<readonly string[]> {
  const closed = file.boot.find(({ name }) => name === model.name)?.closed
  const path = { model: model.name, id: recordId(model, record) }
  const refused = await attempt(file.client.call('editRecord', { path, body: { values: {}, base: {} } }))
  if (refused.ok) return [`${object.name}: an edit is taken although it is closed: ${closed}`]
  const isLocked =
    refused.error.code === 'locked' && refused.error.details.params?.reason === closed && closed !== undefined
  return isLocked ? [] : [`${object.name}: an edit is refused as ${refused.why}, and boot says ${closed}`]
}

async function editModel(editing: Editing): Promise<readonly string[]> {
  const fields = editing.model.fields.filter((field) => !field.isKey && !field.isReadOnly && !field.isHidden)
  // Nothing but keys and what is computed: there is nothing to edit.
  if (fields.length === 0) return []
  const findings: string[] = []
  const others = await recordsOf(editing, 8)
  for (const [index, record] of others.entries()) {
    const turned = [...fields.slice(index % fields.length), ...fields.slice(0, index % fields.length)].slice(0, 6)
    findings.push(...(await editRecord(editing, record, { fields: turned, others })))
  }
  return findings
}

/** Edits the first of the fields that takes another value. */
async function editRecord(
  editing: Editing,
  record: AnyRecord,
  { fields, others }: { fields: readonly ModelField[]; others: readonly AnyRecord[] },
): Promise<readonly string[]> {
  const { file, model, object } = editing
  const path = { model: model.name, id: recordId(model, record) }
  const opened = await attempt(file.client.call('readRecord', { path }))
  // What cannot be opened was found by looking around.
  if (!opened.ok) return []
  if (opened.reply.meta.closed !== undefined) return await expectSameKey(editing, record, fields)
  if (!opened.reply.meta.can.edit) return [`${path.id} cannot be edited, and nothing says why`]
  const refusals: string[] = []
  for (const field of fields) {
    for (const value of candidates(field, record, others)) {
      const before = rowsOf(file.path, object.name)
      const body = { values: { [field.name]: value }, base: { [field.name]: record[field.name] ?? null } }
      const edited = await attempt(file.client.call('editRecord', { path, body }))
      const after = rowsOf(file.path, object.name)
      if (edited.ok)
        return [...compare(editing, field, { before, after }), ...readBack(edited.reply.data, field, value)].map(
          (finding) => `${path.id} ${JSON.stringify(body)}: ${finding}`,
        )
      if (difference(before, after).length > 0) return [`an edit of ${path.id} that was refused changed something`]
      refusals.push(`${JSON.stringify(body)} ${edited.why}`)
    }
  }
  // A pointer may have nowhere else to point to, or lead to nothing that SQLite would ever accept; a unique column takes few values.
  return refusals.every((why) => /no_such_record|not_unique|refused_by_rule|wrong_type/.test(why))
    ? []
    : [`${path.id} takes no edit: ${refusals.join('; ')}`]
}

async function expectSameKey(
  { file, model }: Editing,
  record: AnyRecord,
  fields: readonly ModelField[],
): Promise<readonly string[]> {
  const id = recordId(model, record)
  const values = Object.fromEntries(
    fields.slice(0, 1).map((field) => [field.name, candidates(field, record, [])[0] ?? null]),
  )
  const refused = await attempt(
    file.client.call('editRecord', { path: { model: model.name, id }, body: { values, base: record } }),
  )
  // Where the other row of the key was opened, it is a conflict.
  return !refused.ok && ['locked', 'conflict'].includes(refused.error.code)
    ? []
    : [`${id} has the key of others, and an edit of it is ${refused.ok ? 'taken' : refused.why}`]
}

/** Exactly one value of one row is another one now, and of a storage class that its column had before. */
function compare(
  { file, object, model, rows }: Editing,
  field: ModelField,
  { before, after }: { before: readonly ExactRow[]; after: readonly ExactRow[] },
): readonly string[] {
  const [gone, come] = [difference(before, after), difference(after, before)]
  const [old, now] = [gone[0], come[0]]
  if (gone.length !== 1 || come.length !== 1 || !old || !now)
    return [`editing ${field.name} changed ${gone.length} rows: ${gone.join(' | ')} > ${come.join(' | ')}`]
  const columns = columnsOf(file.path, object.name)
  const own = columns.findIndex(({ name }) => name === columnName(file, model, field))
  const others = columns.filter((column, index) => index !== own && !column.isComputed && old[index] !== now[index])
  const hasTriggers = file.report.objects.some(
    (each) => each.name === object.name && each.doubts.some(({ code }) => code === 'triggers'),
  )
  if (others.length > 0 && !hasTriggers)
    return [`editing ${field.name} changed ${others.map(({ name }) => name).join(', ')} too`]
  const classes = new Set(rows.map((row) => classOf(row[own])))
  const stored = now[own] ?? 'n'
  classes.delete('n')
  // What a pointer may hold is for the other table to say; what reads as a number becomes one in most columns, by SQLite itself.
  const isFree = field.references !== undefined || ['n', 'i'].includes(classOf(stored))
  return isFree || classes.size !== 1 || classes.has(classOf(stored))
    ? []
    : [`editing ${field.name} stored ${stored} where all others are ${[...classes].join()}`]
}

/** Numbers are of one class, with and without a fraction: SQLite itself turns 7.0 into 7. */
function classOf(exact = 'n'): string {
  const [letter = ''] = exact
  return letter === 'r' ? 'i' : letter
}

function readBack(record: AnyRecord, field: ModelField, value: Json): readonly string[] {
  return isSameJson(record[field.name] ?? null, value)
    ? []
    : [`${field.name} was given ${JSON.stringify(value)} and answers ${JSON.stringify(record[field.name])}`]
}

const typed = [
  'edited',
  '7',
  '1',
  '0.25',
  '2026-02-03',
  '2026-02-03T04:05:06.000Z',
  'true',
  'false',
  '{"edited":1}',
  'ZWRpdGVk',
]

/** A few other values that the field takes, by what its kind and its options say, and what other records hold. */
function candidates(field: ModelField, record: AnyRecord, others: readonly AnyRecord[]): readonly Json[] {
  const { enum: listed } = field.kind.jsonSchema(field.options) as { enum?: readonly Json[] }
  const read = typed.flatMap((text): Json[] => {
    const parsed = field.kind.fromText(text, field.options)
    return parsed.ok && field.kind.check?.(parsed.value, field.options) === undefined ? [parsed.value] : []
  })
  const held = others
    .map((other) => other[field.name] ?? null)
    // An empty text is how a form says that there is none.
    .filter((value) => value !== null && String(value).trim() !== '' && field.kind.parse(value, field.options).ok)
  const all = [...(listed ?? read.slice(0, 4)), ...held, ...(field.isRequired ? [] : [null])]
  return all.filter((value) => !isSameJson(value, record[field.name] ?? null)).slice(0, 8)
}
