/** Writes down who may do what: role by model by act by field, as a text in which a review sees every change of a right. */
import { isEverything, isNothing, isSettable, type Model, type Models } from '@haykal/model'
import type { Access, VisibleModel } from './access.ts'
import { type Act, acts } from './prepare-rules.ts'
import type { Rules } from './rules.ts'

/** Whose rights are written down. */
export interface RuleMatrixRequest {
  readonly models: Models
  readonly access: Access
  /** The rules as they were written. */
  readonly rules: Rules
  /** The roles in the order of the columns; `public` among them. */
  readonly roles: readonly string[]
}

/**
 * A table of each model in Markdown. An act is for `all` records, for `some` (which, stands below) or for none (`-`). A field is `set`
 * when it can be set in a new record or an edit, `seen` when it is only read, and `-` when the role does not know of it.
 */
export function writeRuleMatrix({ models, access, rules, roles }: RuleMatrixRequest): string {
  const tables = models.all.map((model) => {
    const visible = roles.map((role) => access.for({ id: null, role }).model(model.name))
    const lines = [
      line([model.name, ...roles]),
      line(['---', ...roles.map(() => '---')]),
      ...acts.map((act) => line([`*${act}*`, ...visible.map((each) => reachOf(each, act))])),
      ...model.fields.map(({ name }) => line([name, ...visible.map((each) => fieldCell(model, name, each))])),
    ]
    const conditions = roles.flatMap((role, index) =>
      acts
        .filter((act) => reachOf(visible[index], act) === 'some')
        .map((act) => `- ${role}, ${act}: \`${JSON.stringify(rules[model.name]?.[role]?.[act])}\``),
    )
    return [`## ${model.name}`, '', ...lines, ...(conditions.length > 0 ? ['', ...conditions] : []), ''].join('\n')
  })
  return ['# Who may do what', '', 'Written by `haykal check --matrix`; read the changes of it.', '', ...tables].join(
    '\n',
  )
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function reachOf(visible: VisibleModel | undefined, act: Act): 'all' | 'some' | '-' {
  const rule = visible?.rules.acts[act]
  if (rule === undefined || isNothing(rule)) return '-'
  return isEverything(rule) ? 'all' : 'some'
}

function fieldCell(model: Model, name: string, visible: VisibleModel | undefined): 'set' | 'seen' | '-' {
  const field = visible?.field(name)
  if (!visible || !field) return '-'
  const canSet = (['create', 'edit'] as const).some(
    (act) => reachOf(visible, act) !== '-' && visible.maySet(name, act) && isSettable(model.field(name) ?? field, act),
  )
  return canSet ? 'set' : 'seen'
}
