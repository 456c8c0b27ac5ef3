/** What stands for whoever asks: what it becomes, and that nothing is let in by an attribute that is missing. */
import { choice, date, datetime, fieldKinds, integer, relation, text } from '@haykal/fields'
import {
  bindCondition,
  type Condition,
  defineModel,
  isBound,
  isEverything,
  isNothing,
  type Json,
  nobody,
  parseFilter,
  parseRule,
  personAttributes,
  type ResolvePath,
  resolveModels,
  type Viewer,
} from '@haykal/model'
import { describe, expect, test } from 'vitest'

const note = defineModel({
  name: 'notes',
  fields: {
    owner: text(),
    region: text(),
    team: choice({ options: ['a', 'b', '$me'] }),
    level: integer(),
    above: relation({ to: 'notes' }),
  },
})
const notes = resolveModels([note], { kinds: fieldKinds }).all[0]
const resolvePath: ResolvePath = (path) => {
  const [first = '', second] = path.split('.')
  const field = notes?.field(first)
  const last = second === undefined ? field : notes?.field(second)
  if (!notes || !field || !last) return undefined
  return { hops: second === undefined ? [] : [{ field, to: notes, scope: { type: 'all', of: [] } }], field: last }
}
const attributes = { ...personAttributes, region: { type: 'text' }, level: { type: 'number' } } as const
const sara: Viewer = {
  id: 'sara',
  role: 'clerk',
  me: { region: 'north', groups: ['a', 'b'], level: 3, name: 'Sara' },
}

function bound(filter: Json, viewer: Viewer): Condition {
  const rule = parseRule(filter, { field: resolvePath }, attributes)
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  return bindCondition(rule.condition, viewer)
}

test.each<[Json, string, Json]>([
  [{ owner: { eq: '$me' } }, 'eq', 'sara'],
  [{ owner: { eq: '$me.id' } }, 'eq', 'sara'],
  [{ region: { ne: '$me.region' } }, 'ne', 'north'],
  [{ level: { gte: '$me.level' } }, 'gte', 3],
  [{ level: { between: ['$me.level', 9] } }, 'between', [3, 9]],
  [{ team: { in: '$me.groups' } }, 'in', ['a', 'b']],
  [{ team: { in: ['$me.groups', 'a'] } }, 'in', ['a', 'b', 'a']],
  [{ region: { in: '$me.region,south' } }, 'in', ['north', 'south']],
  [{ region: { startsWith: '$me.region' } }, 'startsWith', 'north'],
  [{ region: { eq: '$$me' } }, 'eq', '$me'],
  [{ region: { eq: '$$me.region' } }, 'eq', '$me.region'],
  [{ region: { eq: '$$$me' } }, 'eq', '$$me'],
  [{ region: { eq: '$menu' } }, 'eq', '$menu'],
  [{ team: { in: ['$$me'] } }, 'in', ['$me']],
])('%j asks for %s %j', (filter, operator, value) => {
  expect(bound(filter, sara)).toMatchObject({ type: 'test', operator, value })
})

const lacking: readonly Viewer[] = [
  nobody,
  { id: null, role: 'clerk', me: {} },
  { id: null, role: 'clerk', me: { id: null, region: null, groups: null, level: null } },
  { id: null, role: 'clerk', me: { region: '', groups: [null], level: '' } },
  { id: null, role: 'clerk', me: { region: { a: 1 }, groups: { a: 1 }, level: 'high' } },
]
const needing: readonly Json[] = [
  { owner: { eq: '$me' } },
  { owner: { ne: '$me' } },
  { not: { owner: { eq: '$me' } } },
  { not: { not: { owner: { eq: '$me' } } } },
  { region: { nin: ['$me.region', 'x'] } },
  { team: { nin: '$me.groups' } },
  { level: { lt: '$me.level' } },
  { level: { between: [0, '$me.level'] } },
  { not: { and: [{ level: { eq: 1 } }, { region: { eq: '$me.region' } }] } },
  { not: { or: [{ level: { eq: 1 } }, { team: { nin: '$me.groups' } }] } },
  { not: { 'above.region': { eq: '$me.region' } } },
  { not: { team: { in: ['$me.groups', 'a'] } } },
  { 'above.region': { ne: '$me.region' } },
]
test.each(lacking)('lets nothing pass that needs what %j does not have', (viewer) => {
  for (const filter of needing) expect([filter, isNothing(bound(filter, viewer))]).toEqual([filter, true])
})

test('lets the other way in stand beside the one that is missing', () => {
  expect(bound({ or: [{ level: { eq: 1 } }, { owner: { eq: '$me' } }] }, nobody)).toMatchObject({
    type: 'any',
    of: [{ operator: 'eq', value: 1 }],
  })
  expect(bound({ region: { in: ['$me.region', 'south'] } }, nobody)).toMatchObject({ operator: 'in', value: ['south'] })
})

test('finds nothing for a person in no group, and everything that is in none of no groups', () => {
  const alone: Viewer = { id: '1', role: 'clerk', me: { groups: [] } }
  expect(bound({ team: { in: '$me.groups' } }, alone)).toMatchObject({ operator: 'in', value: [] })
  expect(bound({ team: { nin: '$me.groups' } }, alone)).toMatchObject({ operator: 'nin', value: [] })
})

test('leaves a rule that asks nothing of the viewer as it is', () => {
  const rule = parseRule({ level: { eq: 1 } }, { field: resolvePath }, attributes)
  expect(rule.ok && bindCondition(rule.condition, nobody) === rule.condition).toBe(true)
  expect(isEverything(bound({ and: [] }, nobody))).toBe(true)
})

test('answers a filter that asks for what is not known of people as one for a field that is not there', () => {
  const read = parseFilter({ region: { eq: '$me.secret' } }, { field: resolvePath }, { viewer: sara, attributes })
  expect(read).toMatchObject({ ok: false, problems: [{ code: 'unknown_field', pointer: '?filter/region/eq' }] })
})

describe('a test told from the present', () => {
  const task = resolveModels(
    [
      defineModel({
        name: 'tasks',
        fields: { due: date(), done: datetime(), name: text(), above: relation({ to: 'tasks' }) },
      }),
    ],
    { kinds: fieldKinds },
  ).all[0]
  const clock = { zone: 'Africa/Cairo', weekStart: 6, now: '2026-11-25T22:30:00.000Z' }
  const ofTasks = { field: (path: string) => task?.field(path) && { hops: [], field: task.field(path) as never } }
  const told = (filter: Json, asked: Viewer = { ...nobody, clock }) => {
    const rule = parseRule(filter, ofTasks, attributes)
    return rule.ok ? simple(bindCondition(rule.condition, asked)) : rule.problems
  }
  /** `due >= 2026-11-01`, and words between. */
  const simple = (condition: Condition): Json => {
    if (condition.type === 'test') return `${condition.operator} ${String(condition.value)}`
    if (condition.type === 'not') return { not: simple(condition.of) }
    return condition.type === 'all' || condition.type === 'any'
      ? { [condition.type]: condition.of.map((each) => simple(each)) }
      : condition.type
  }

  test.each<[Json, Json]>([
    [{ due: { eq: '$today' } }, 'eq 2026-11-26'],
    [{ due: { gte: '$today(-7d)' } }, 'gte 2026-11-19'],
    [{ due: { eq: '$month' } }, { all: ['gte 2026-11-01', 'lt 2026-12-01'] }],
    [{ due: { ne: '$month' } }, { not: { all: ['gte 2026-11-01', 'lt 2026-12-01'] } }],
    [{ due: { gt: '$month' } }, 'gte 2026-12-01'],
    [{ due: { lte: '$month' } }, 'lt 2026-12-01'],
    [{ due: { lt: '$month' } }, 'lt 2026-11-01'],
    [{ due: { between: ['$today(-30d)', '$today'] } }, { all: ['gte 2026-10-27', 'lte 2026-11-26'] }],
    [{ due: { between: '2026-01-01,$month(-1)' } }, { all: ['gte 2026-01-01', 'lt 2026-11-01'] }],
    [{ due: { in: ['$today', '2026-01-01'] } }, { any: ['eq 2026-11-26', 'eq 2026-01-01'] }],
    [{ due: { nin: ['$today'] } }, { not: 'eq 2026-11-26' }],
    [{ done: { eq: '$today' } }, { all: ['gte 2026-11-25T22:00:00.000Z', 'lt 2026-11-26T22:00:00.000Z'] }],
    [{ done: { lt: '$now(-90min)' } }, 'lt 2026-11-25T21:00:00.000Z'],
    [{ name: { eq: '$today' } }, 'eq $today'],
  ])('%j is %j', (filter, condition) => expect(told(filter)).toEqual(condition))

  test('is another one at another moment, and as in UTC for whoever told of no clock', () => {
    const rule = parseRule({ done: { gte: '$today' } }, ofTasks, attributes)
    if (!rule.ok) throw new Error('refused')
    expect(isBound(rule.condition)).toBe(false)
    expect(simple(bindCondition(rule.condition, nobody))).toMatch(/^gte \d{4}-\d\d-\d\dT00:00:00.000Z$/)
    const later = { ...nobody, clock: { ...clock, now: '2026-12-31T10:00:00.000Z' } }
    expect(simple(bindCondition(rule.condition, later))).toBe('gte 2026-12-30T22:00:00.000Z')
  })

  test.each<[Json, string, string]>([
    [{ due: { eq: '$today(1h)' } }, '?filter/due/eq', 'bad_date'],
    [{ due: { between: ['$today'] } }, '?filter/due/between', 'wrong_type'],
    [{ due: { between: ['$today', 'soon'] } }, '?filter/due/between', 'bad_date'],
    [{ due: { isNull: '$today' } }, '?filter/due/isNull', 'wrong_type'],
    [{ done: { gt: '$tomorrow' } }, '?filter/done/gt', 'bad_datetime'],
  ])('%j is refused', (filter, pointer, code) => expect(told(filter)).toMatchObject([{ pointer, code }]))
})
