/** Somebody whom a test asks as: what they see, what they may do and why, and how their writes are answered. */
import type { Act, VisibleModel } from '@haykal/access'
import type { RecordAbilities } from '@haykal/contract'
import { verdictText } from '@haykal/contract/explanation-text'
import {
  type AnyRecord,
  type EditOf,
  type FieldsOf,
  type Filter,
  type FilterOf,
  HaykalError,
  isNothing,
  isSettable,
  type NewRecordOf,
  nothing,
  type ToldAbout,
  type Viewer,
} from '@haykal/model'
import { explainAccess, openRecords, type Records, type RecordsCore } from '@haykal/records'
import type { Project } from '../define-project.ts'
import { english } from './english.ts'
import type { ModelIn, ModelNameIn, SeenRecord, WhichRecord } from './project-names.ts'
import { expectAct, expectRecord, modelNamedIn } from './which-record.ts'
import { answerOf, type WriteAnswer } from './write-answer.ts'

/** The fields of a model that somebody knows of, and those that they may set. All are empty where the model does not exist for them. */
export interface KnownFields<Name extends string = string> {
  readonly seen: readonly Name[]
  readonly create: readonly Name[]
  readonly edit: readonly Name[]
}

/** Somebody of a role. Every method throws for a model, an act or a record that is not there at all: that is a mistake in the test. */
export interface TestPerson<P extends Project> {
  /** Whether they may do something with a record; without one: with any record at all. */
  may<Name extends ModelNameIn<P>>(act: Act, model: Name, which?: WhichRecord<P, Name>): Promise<boolean>
  /** Yes or no, and which rule decides, as `haykal explain` says it. */
  why<Name extends ModelNameIn<P>>(act: Act, model: Name, which?: WhichRecord<P, Name>): Promise<string>
  /** All records that they see, with the fields that they see; none where the model does not exist for them. */
  sees<Name extends ModelNameIn<P>>(
    model: Name,
    filter?: FilterOf<ModelIn<P, Name>>,
  ): Promise<readonly SeenRecord<P, Name>[]>
  fields<Name extends ModelNameIn<P>>(model: Name): KnownFields<keyof FieldsOf<ModelIn<P, Name>> & string>
  create<Name extends ModelNameIn<P>>(
    model: Name,
    values: NewRecordOf<ModelIn<P, Name>>,
  ): Promise<WriteAnswer<SeenRecord<P, Name>>>
  /** Edits what they see now: that others changed it meanwhile is not what rules are about. */
  edit<Name extends ModelNameIn<P>>(
    model: Name,
    which: WhichRecord<P, Name>,
    values: EditOf<ModelIn<P, Name>>,
  ): Promise<WriteAnswer<SeenRecord<P, Name>>>
  /** `record` in the answer is the record as it was. */
  remove<Name extends ModelNameIn<P>>(
    model: Name,
    which: WhichRecord<P, Name>,
  ): Promise<WriteAnswer<SeenRecord<P, Name>>>
  /** Runs an action on a record. `record` in the answer is the record as it became, or as it was where it is gone. */
  run<Name extends ModelNameIn<P>>(
    model: Name,
    action: string,
    which: WhichRecord<P, Name>,
  ): Promise<WriteAnswer<SeenRecord<P, Name>>>
}

/** The same for whoever knows the names only when the code runs. */
interface AnyTestPerson {
  may(act: Act, model: string, which?: AnyWhich): Promise<boolean>
  why(act: Act, model: string, which?: AnyWhich): Promise<string>
  sees(model: string, filter?: Filter): Promise<readonly AnyRecord[]>
  fields(model: string): KnownFields
  create(model: string, values: AnyRecord): Promise<WriteAnswer>
  edit(model: string, which: AnyWhich, values: AnyRecord): Promise<WriteAnswer>
  remove(model: string, which: AnyWhich): Promise<WriteAnswer>
  run(model: string, action: string, which: AnyWhich): Promise<WriteAnswer>
}

/** Whom an answer speaks of. */
function aboutOf({ me }: Viewer): ToldAbout {
  return typeof me?.name === 'string' ? { type: 'person', name: me.name } : { type: 'role' }
}

type AnyWhich = string | number | AnyRecord

/** Somebody, on the core that the server runs. */
export function testPerson<P extends Project>(core: RecordsCore, viewer: Viewer): TestPerson<P> {
  const records = openRecords(core, viewer)
  const access = core.access.for(viewer)
  const find = async (name: string, which: AnyWhich) => await expectRecord(core, modelNamedIn(core, name), which)

  const person: AnyTestPerson = {
    async may(act, name, which) {
      expectAct(act, which)
      modelNamedIn(core, name)
      if (which === undefined) return !isNothing(access.model(name)?.scope(act) ?? nothing)
      const can = await abilitiesOn(records, name, await find(name, which))
      return can !== undefined && (act === 'read' || (act !== 'create' && can[act]))
    },
    async why(act, name, which) {
      expectAct(act, which)
      modelNamedIn(core, name)
      const id = which === undefined ? {} : { id: await find(name, which) }
      const { explanation } = await explainAccess(core, { viewer, about: aboutOf(viewer), act, model: name, ...id })
      return verdictText({ t: english, locale: 'en' }, explanation)
    },
    async sees(name, filter) {
      modelNamedIn(core, name)
      const visible = access.model(name)
      return visible ? await allRecords(records, visible, filter) : []
    },
    fields(name) {
      modelNamedIn(core, name)
      return knownFields(access.model(name))
    },
    async create(name, values) {
      modelNamedIn(core, name)
      return await answerOf(records.create(name, values).then(({ data }) => data))
    },
    async edit(name, which, values) {
      const id = await find(name, which)
      const edited = records.read(name, id).then(async ({ data }) => {
        const base = Object.fromEntries(Object.keys(values).map((field) => [field, data[field] ?? null]))
        return (await records.edit(name, id, { values, base })).data
      })
      return await answerOf(edited)
    },
    async remove(name, which) {
      const id = await find(name, which)
      const removed = records.read(name, id).then(async ({ data }) => {
        await records.remove(name, id, '*')
        return data
      })
      return await answerOf(removed)
    },
    async run(name, action, which) {
      modelNamedIn(core, name)
      if (!core.faces?.get(name)?.actions.has(action)) throw new Error(`"${name}" has no action "${action}"`)
      const id = await find(name, which)
      const run = records.read(name, id).then(async ({ data }) => {
        await records.runAction(name, { name: action, records: [id] })
        return (await records.read(name, id).catch(() => ({ data }))).data
      })
      return await answerOf(run)
    },
  }
  // The compiler knows records by the name of their model, which the core does not.
  return person as unknown as TestPerson<P>
}

/** What may be done with a record; undefined for one that is not seen. */
async function abilitiesOn(records: Records, model: string, id: string): Promise<RecordAbilities | undefined> {
  try {
    return (await records.read(model, id)).meta.can
  } catch (error) {
    if (error instanceof HaykalError && error.code === 'not_found') return undefined
    throw error
  }
}

/** Every page of a list. What bytes hold is not listed. */
async function allRecords(records: Records, { model, fields }: VisibleModel, filter?: Filter): Promise<AnyRecord[]> {
  const names = fields.filter((field) => field.column.kind !== 'bytes').map((field) => field.name)
  const seen: AnyRecord[] = []
  let after: string | null | undefined
  while (after !== null) {
    const place = { ...(filter && { filter }), ...(after === undefined ? {} : { after }) }
    const page = await records
      .list(model.name, { ...place, fields: names, limit: 500, count: 'none' })
      .catch(sayProblems)
    seen.push(...page.data)
    after = page.meta.next
  }
  return seen
}

/** A filter that cannot be read is a mistake in the test: it says which field, and why. */
function sayProblems(error: unknown): never {
  const problems = error instanceof HaykalError ? (error.details.problems ?? []) : []
  if (problems.length === 0) throw error
  throw new Error(problems.map((problem) => `${problem.pointer}: ${english.problem(problem)}`).join('\n'), {
    cause: error,
  })
}

function knownFields(visible: VisibleModel | undefined): KnownFields {
  const fields = visible?.fields ?? []
  const settable = (act: 'create' | 'edit') =>
    fields.filter((field) => {
      const may = visible !== undefined && !isNothing(visible.scope(act)) && visible.maySet(field.name, act)
      return may && isSettable(field, act)
    })
  const [seen, create, edit] = [fields, settable('create'), settable('edit')].map((each) =>
    each.map(({ name }) => name),
  )
  return { seen: seen ?? [], create: create ?? [], edit: edit ?? [] }
}
