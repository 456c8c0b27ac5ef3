/** Says what is wrong with models as they stand beside each other: names, tables, and what points where. */
import { isDerived } from './derived.ts'
import type { Model, Models } from './model.ts'

/** What the check depends on. */
interface Checking {
  /** Only some of the models are here: a relation to one that is missing is no mistake. */
  readonly isPartial?: boolean
}

/** Every mistake, each as a sentence that names model and field and says what mends it. */
export function checkModels({ all: models }: Models, options: Checking): readonly string[] {
  const byName = new Map(models.map((model) => [model.name, model]))
  const names = models.map((model) => model.name)
  return [
    ...models.flatMap(checkNames),
    ...twice(names).map((name) => `model "${name}" is defined twice: rename one of them`),
    ...(options.isPartial === true ? [] : [...sharedTables(models), ...models.flatMap(sharedColumns)]),
    ...models.flatMap((model) => [
      ...checkRelations(model, byName, options),
      ...checkReferences(model, byName, options),
      ...checkJunction(model),
    ]),
  ]
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

/** Two models of one name are told of already. */
function sharedTables(models: readonly Model[]): string[] {
  const tables = models.map((model) => model.table)
  return twice(tables).flatMap((table) => {
    const sharing = [...new Set(models.filter((model) => model.table === table).map(({ name }) => name))]
    return sharing.length < 2
      ? []
      : [
          `models ${sharing.map((name) => `"${name}"`).join(' and ')} have one table, "${table}": give each its own as \`table\``,
        ]
  })
}

function sharedColumns(model: Model): string[] {
  const stored = model.fields.filter((field) => !isDerived(field))
  const columns = stored.map((field) => field.columnName)
  return twice(columns).map((column) => {
    const sharing = stored.filter((field) => field.columnName === column).map(({ name }) => `"${name}"`)
    return `model "${model.name}": the fields ${sharing.join(' and ')} have one column, "${column}": give each its own as \`column\``
  })
}

function checkJunction(model: Model): string[] {
  return (model.definition.junction ?? [])
    .filter((name) => model.field(name)?.references === undefined)
    .map((name) => `model "${model.name}": junction names "${name}", which is no relation of it`)
}

/** Words that mean something in filters and addresses; a field of such a name could not be asked for. */
const reservedFieldNames = new Set(['and', 'or', 'not', '-', ''])

function checkNames({ definition }: Model): string[] {
  const where = `model "${definition.name}"`
  const mistakes: string[] = []
  if (definition.name === '' || /^[-.]/.test(definition.name)) {
    mistakes.push(`${where}: "${definition.name}" is no name for a model, as it could not stand in an address`)
  }
  for (const name of Object.keys(definition.fields)) {
    if (reservedFieldNames.has(name) || name.includes('.') || name.startsWith('-')) {
      mistakes.push(
        `${where}, field "${name}": this name is reserved in filters and sorts; rename it and give the old name as \`column\``,
      )
    }
  }
  return mistakes
}

function checkRelations(model: Model, byName: ReadonlyMap<string, Model>, options: Checking): string[] {
  return model.fields.flatMap((field) => {
    if (field.references === undefined) return []
    const target = byName.get(field.references)
    const where = `model "${model.name}", field "${field.name}"`
    if (!target) {
      return options.isPartial === true
        ? []
        : [`${where}: there is no model "${field.references}" to point to; known are ${[...byName.keys()].join(', ')}`]
    }
    if (field.referencedField !== undefined) {
      return target.field(field.referencedField)
        ? []
        : [`${where}: "${target.name}" has no field "${field.referencedField}" to point to`]
    }
    return target.key.length === 1
      ? []
      : [`${where}: "${target.name}" has a key of ${target.key.length} fields, and a relation holds one value`]
  })
}

function checkReferences(model: Model, byName: ReadonlyMap<string, Model>, options: Checking): string[] {
  return (model.definition.references ?? []).flatMap(({ to, fields }) => {
    const target = byName.get(to)
    const where = `model "${model.name}", reference to "${to}"`
    const own = Object.keys(fields).filter((name) => !model.field(name))
    if (!target) return options.isPartial === true ? [] : [`${where}: there is no such model`]
    const theirs = Object.values(fields).filter((name) => !target.field(name))
    return [
      ...own.map((name) => `${where}: there is no field "${name}" here`),
      ...theirs.map((name) => `${where}: there is no field "${name}" there`),
    ]
  })
}
