/** What each role may see of the wall, worked out in memory from the rules as written: by none of the code that answers requests. */
import type { Json, ModelDefinition } from '@haykal/model'
import { project } from './haykal.config.ts'
import { type WallRule, wallRecords, wallRules } from './haykal.server.ts'

/** The roles that the matrix asks as. */
export const wallRoles = ['owner', 'editor', 'reader', 'public'] as const

/** What can be done with a record. */
export type WallAct = 'read' | 'create' | 'edit' | 'remove'

type Row = { readonly [field: string]: Json }
type Tree = { readonly [name: string]: Json }

const all = new Map(project.models.map((model) => [model.name as string, wallRecords(model as ModelDefinition)]))

/** A model as written. */
export function modelOf(name: string): ModelDefinition {
  const found = project.models.find((model) => model.name === name)
  if (!found) throw new Error(`There is no model ${name}`)
  return found as ModelDefinition
}

/** The fields of a model by name, its key first. */
export function fieldsOf(name: string): readonly string[] {
  const { key, fields } = modelOf(name)
  return [...(key === undefined ? ['id'] : []), ...Object.keys(fields)]
}

/** The id of a record as addresses have it. */
export function idOf(name: string, row: Row): string {
  const { key } = modelOf(name)
  if (key === undefined) return String(row.id)
  return Buffer.from(JSON.stringify([key].flat().map((field) => row[field] ?? null))).toString('base64url')
}

/** The records on which a role may do something. */
export function rowsFor(role: string, name: string, act: WallAct = 'read'): readonly Row[] {
  const rule = ruleOf(role, name)
  // Nobody does anything with what they do not see.
  const seen = (all.get(name) ?? []).filter((row) => allows(rule.read, row, name))
  return act === 'read' ? seen : seen.filter((row) => allows(rule[act], row, name))
}

/** The fields of a model that a role knows of; none where it may not read the model. */
export function visibleFields(role: string, name: string): readonly string[] {
  const rule = ruleOf(role, name)
  if (rule.read === undefined || rule.read === false) return []
  return fieldsOf(name).filter((field) => !rule.hide?.includes(field))
}

function ruleOf(role: string, name: string): WallRule {
  if (role === 'owner') return { read: true, create: true, edit: true, remove: true }
  const own = wallRules[name]?.[role]
  if (own) return own
  if (role === 'editor') return { read: true, create: true, edit: true, remove: true }
  return role === 'reader' ? { read: true } : {}
}

function allows(permission: Json | undefined, row: Row, name: string): boolean {
  if (permission === undefined || typeof permission === 'boolean') return permission ?? false
  return holds(permission as Tree, row, name)
}

function holds(tree: Tree, row: Row, name: string): boolean {
  return Object.entries(tree).every(([key, inner]) => {
    if (key === 'and') return (inner as unknown as Tree[]).every((each) => holds(each, row, name))
    if (key === 'or') return (inner as unknown as Tree[]).some((each) => holds(each, row, name))
    if (key === 'not') return !holds(inner as Tree, row, name)
    const found = follow(row, name, key.split('.'))
    return Object.entries(inner as Tree).every(([operator, wanted]) => passes(found, operator, wanted))
  })
}

/** The value at the end of a path; undefined where a relation on the way points to nothing. */
function follow(row: Row, name: string, [field = '', ...rest]: readonly string[]): Json | undefined {
  const value = row[field] ?? null
  if (rest.length === 0) return value
  const { to } = modelOf(name).fields[field] as unknown as { readonly to: string }
  const target = all.get(to)?.find((each) => each.id === value)
  return target && follow(target, to, rest)
}

function passes(value: Json | undefined, operator: string, wanted: Json): boolean {
  if (value === undefined) return false
  if (operator === 'isNull') return (value === null) === wanted
  if (operator === 'eq') return value === wanted
  if (operator === 'ne') return value !== wanted
  if (operator === 'in') return (wanted as Json[]).includes(value)
  throw new Error(`The matrix does not know the operator ${operator}`)
}
