/** What incoming requests look like, checked by zod: the envelopes only, as the values of records are `parseDraft`'s affair. Server only. */
import { languageCodes } from '@haykal/messages'
import { z } from 'zod'
import { changeMeans } from './changes.ts'
import type { EndpointName } from './endpoints.ts'
import { calendars, densities, digitScripts, mostFavourites, themes } from './preferences.ts'
import { columnWidths, viewLimits } from './views.ts'

const values = z.record(z.string(), z.json())

/** Text that is some, but not endless. */
const line = z.string().min(1).max(200)

/** The name of a model or a field: whatever its owner called a table or a column. */
const name = z.string().min(1).max(1_000)

/** The id of a record, as in addresses. */
const id = z.string().min(1).max(20_000)

/** Bounded only against abuse: what a label may be is checked where it is kept, with everything else that is wrong. */
const label = z.union([z.string().max(4_000), z.record(z.string().max(40), z.string().max(4_000))])

const correction = z.strictObject({
  label: label.optional(),
  plural: label.optional(),
  title: name.optional(),
  hidden: z.boolean().optional(),
  key: z.array(name).max(100).optional(),
  fields: z
    .record(
      name,
      z.strictObject({
        label: label.optional(),
        hidden: z.boolean().optional(),
        as: z.looseObject({ kind: z.string().max(100) }).optional(),
      }),
    )
    .optional(),
})

const permission = z.union([z.boolean(), z.record(z.string(), z.json())])
const fieldNames = z.array(name).max(10_000)
const roleRules = z.strictObject({
  read: permission.optional(),
  create: permission.optional(),
  edit: permission.optional(),
  remove: permission.optional(),
  hide: fieldNames.optional(),
  readOnly: fieldNames.optional(),
})

/** Owners are not in it: nobody takes away what they may. */
const rules = z.strictObject({ editor: roleRules.optional(), reader: roleRules.optional() })

const order = z.array(name).max(10_000)

/** A place of the IANA database, such as `Africa/Cairo`; never an offset, which knows no summer. */
const timeZone = z
  .string()
  .max(64)
  .refine((zone) => /^[A-Za-z]/.test(zone) && isTimeZone(zone))

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** What a person may choose; null takes a choice back. */
const preferences = z.strictObject({
  language: z.enum(languageCodes).nullable().optional(),
  digits: z.enum(digitScripts).nullable().optional(),
  calendar: z.enum(calendars).nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  theme: z.enum(themes).nullable().optional(),
  density: z.enum(densities).nullable().optional(),
  keys: z.boolean().nullable().optional(),
  favourites: z.array(name).max(mostFavourites).nullable().optional(),
})

/** The query parameters that a list understands, all as text; `filter[…]` in brackets is read apart. */
export const listParameters = z.strictObject({
  filter: z.string().max(20_000).optional(),
  sort: z.string().max(1_000).optional(),
  q: z.string().max(200).optional(),
  fields: z.string().max(10_000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  after: z.string().max(20_000).optional(),
  before: z.string().max(20_000).optional(),
  last: z.enum(['true', 'false']).optional(),
  at: z.string().max(20).optional(),
  from: z.string().max(1_000).optional(),
  count: z.enum(['none', 'bounded', 'exact']).optional(),
  facets: z.string().max(10_000).optional(),
  whole: z.enum(['true', 'false']).optional(),
})

/** Bounded only against abuse, as labels are: what is wrong with a person is said with everything else that is wrong. */
const person = {
  name: z.string().max(1_000),
  email: z.string().max(1_000),
  role: z.string().max(200),
  groups: z.array(z.string().max(1_000)).max(200).optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
}
const personChanges = z.strictObject(person).partial()

/** The query parameters of a list of people, all as text. */
export const peopleParameters = z.strictObject({
  q: z.string().max(200).optional(),
  group: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  offset: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
})

/** The query parameters of a question about access, all as text. */
export const accessParameters = z.strictObject({
  person: z.string().max(200).optional(),
  role: z.string().max(200).optional(),
  act: z.enum(['read', 'create', 'edit', 'remove']),
  model: name,
  id: z.string().max(20_000).optional(),
  field: name.optional(),
})

const childChanges = z
  .array(
    z.strictObject({
      model: name,
      field: name,
      create: z.array(z.strictObject({ values })).max(1_000).optional(),
      edit: z
        .array(z.strictObject({ id, values, base: values.optional() }))
        .max(1_000)
        .optional(),
      remove: z
        .array(z.strictObject({ id, etag: line }))
        .max(1_000)
        .optional(),
    }),
  )
  .max(50)

const found = { filter: values.optional(), q: z.string().max(200).optional() }

/** Which records a change of many is about. Bounded against abuse: whoever means more of them means a filter. */
const which = z.union([
  z.strictObject({
    records: z
      .array(z.strictObject({ id, base: values.optional(), etag: line.optional() }))
      .min(1)
      .max(1_000),
  }),
  z.strictObject({ ...found, asOf: line }),
])

const step = z.string().max(20_000).optional()

/** Days; the most are about a hundred years. */
const days = z.number().int().min(1).max(36_500).nullable()
const retention = z.strictObject({ history: days.optional(), trash: days.optional() })

/** The query parameters of the history of a project, all as text. */
export const changesParameters = z.strictObject({
  person: z.string().max(200).optional(),
  model: name.optional(),
  field: name.optional(),
  means: z.enum(changeMeans).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  after: z.string().max(2_000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
})

/** The query parameters of the history of a record, of a change-set and of the trash, all as text. */
export const historyParameters = changesParameters.pick({ field: true, after: true, limit: true })

/** The id of a view, or what stands for none. */
const viewId = z.string().regex(/^(?:[0-9a-f]{32}|-)$/)
const roleNames = z.array(line).max(200)
const viewList = z.strictObject({
  filter: values.optional(),
  sort: z.string().max(1_000).optional(),
  columns: z
    .array(
      z.strictObject({
        field: name,
        width: z.number().int().min(columnWidths.least).max(columnWidths.most).optional(),
        pin: z.enum(['start', 'end']).optional(),
      }),
    )
    .min(1)
    .max(viewLimits.mostColumns)
    .optional(),
  density: z.enum(densities).optional(),
})
const view = {
  name: z.string().max(1_000),
  list: viewList,
  sharedWith: z.union([z.literal('everyone'), roleNames]).optional(),
}
const viewChanges = z.strictObject({ ...view, defaultFor: roleNames.optional() }).partial()

/** The bodies of the endpoints that take one. A key that is not named here is refused. */
export const bodies = {
  signIn: z.strictObject({ email: z.string().max(320), password: z.string().max(4_096) }),
  setUp: z.strictObject({ token: line, name: line, email: z.string().max(320), password: z.string().max(4_096) }),
  setPassword: z.strictObject({ token: line, password: z.string().max(4_096) }),
  createPerson: z.strictObject(person),
  editPerson: z.strictObject({ values: personChanges, base: personChanges }),
  viewAs: z.union([z.strictObject({ person: line }), z.strictObject({ role: line })]),
  editPreferences: preferences,
  unlockModel: z.strictObject({}),
  arrangeModels: z.strictObject({ order, base: order }),
  correctModel: z.strictObject({ correction, base: correction }),
  saveRules: z.strictObject({ rules, base: rules }),
  tryRules: z.strictObject({ rules }),
  createRecord: z.strictObject({ values, children: childChanges.optional() }),
  editRecord: z.strictObject({ values, base: values.optional(), children: childChanges.optional() }),
  restoreRecord: z.strictObject({ change: line, fields: z.array(name).min(1).max(1_000).optional(), base: values }),
  emptyTrash: z.strictObject({ records: z.array(id).min(1).max(1_000).optional() }),
  countMany: z.strictObject({ act: z.enum(['edit', 'remove']), ...found }),
  editMany: z.strictObject({ which, values, next: step }),
  removeMany: z.strictObject({ which, next: step }),
  runAction: z.strictObject({ records: z.array(id).min(1).max(1_000) }),
  undoChanges: z.strictObject({
    only: z
      .array(z.strictObject({ model: name, record: id }))
      .min(1)
      .max(1_000)
      .optional(),
    choice: z.enum(['leave', 'clear']).optional(),
    next: step,
  }),
  createView: z.strictObject(view),
  arrangeViews: z.strictObject({ order: z.array(viewId).max(1_000).optional(), start: viewId.nullable().optional() }),
  editView: z.strictObject({ values: viewChanges, base: viewChanges }),
  makeIndex: z.strictObject({ terms: z.array(name).min(1).max(20) }),
  saveRetention: z.strictObject({ values: retention, base: retention }),
} satisfies { readonly [name in EndpointName]?: z.ZodType }
