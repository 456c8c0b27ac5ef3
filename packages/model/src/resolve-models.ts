/** Turns model definitions into models ready for use, one by one; what only the server needs is filled in by `resolveModels`. */

import { isMixedColumn } from './column.ts'
import type { ModelDefinition } from './define-model.ts'
import { isDerived } from './derived.ts'
import type { FieldDefinition, FieldKind, FieldKinds } from './field-kind.ts'
import { labelFromName } from './label.ts'
import type { BackRelation, Model, ModelField, Models, SortTerm } from './model.ts'
import { sortTerms } from './sort-terms.ts'

/** What the definitions stand in. */
export interface ResolveOptions {
  /** The kinds that fields may be of. */
  readonly kinds: FieldKinds
  /** Only some of the models are here (a person sees only theirs): a relation to one that is missing is no mistake. */
  readonly isPartial?: boolean
  /** The options of fields were checked where they come from; absent: no. */
  readonly isChecked?: boolean
  /** The columns may hold values that do not fit their fields, as those of other programs do; absent: no. */
  readonly isLoose?: boolean
  /** The tables are made and filled by Haykal, which keeps in them what texts are sorted by; absent: no. */
  readonly hasOrderKeys?: boolean
}

/** Thrown by `resolveModels`; each mistake is one sentence that names model and field. */
export class ModelMistakes extends Error {
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(
      `The models have ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((each) => `  - ${each}`).join('\n')}`,
    )
    this.name = 'ModelMistakes'
    this.mistakes = mistakes
  }
}

/**
 * Resolves models as boot tells them: checked by the server, and without what only it needs, so that a browser need not load it.
 * Throws `ModelMistakes`, as `resolveModels` does.
 */
export function resolveToldModels(
  definitions: readonly ModelDefinition[],
  options: Omit<ResolveOptions, 'isPartial' | 'isChecked'>,
): Models {
  const { mistakes, models } = resolveParts(definitions, { ...options, isPartial: true, isChecked: true })
  if (mistakes.length > 0) throw new ModelMistakes(mistakes)
  return models
}

/** The models, and what is wrong with each by itself. */
export function resolveParts(
  definitions: readonly ModelDefinition[],
  options: ResolveOptions,
): { readonly mistakes: string[]; readonly models: Models } {
  const mistakes: string[] = []
  const backRelations = collectBackRelations(definitions, options)
  const all = definitions.map((definition) =>
    resolveModel(definition, { options, mistakes, backRelations: backRelations.get(definition.name) ?? [] }),
  )
  const byName = new Map(all.map((model) => [model.name, model]))
  return { mistakes, models: { all, get: (name) => byName.get(name) } }
}

interface Surroundings {
  readonly options: ResolveOptions
  readonly mistakes: string[]
  readonly backRelations: readonly BackRelation[]
}

function resolveModel(definition: ModelDefinition, { options, mistakes, backRelations }: Surroundings): Model {
  const where = `model "${definition.name}"`
  const keyNames = typeof definition.key === 'string' ? [definition.key] : [...(definition.key ?? ['id'])]
  // Without a key, no row could be told which one is its own.
  const hasOrderKeys = options.hasOrderKeys === true && definition.source === undefined && keyNames.length > 0
  const fields = withImplicitKey(definition).flatMap(([name, field]) => {
    const kind = Object.hasOwn(options.kinds, field.kind) ? options.kinds[field.kind] : undefined
    if (!kind) {
      mistakes.push(
        `${where}, field "${name}": there is no field kind "${field.kind}"; known are ${Object.keys(options.kinds).join(', ')}`,
      )
      return []
    }
    const wrong = options.isChecked ? [] : (kind.checkOptions?.(field) ?? [])
    mistakes.push(...wrong.map((mistake) => `${where}, field "${name}": ${mistake}`))
    const part = { isKey: keyNames.includes(name), isTitle: definition.title === name }
    const tells = { isLoose: options.isLoose === true, hasOrderKeys }
    return [resolveField(name, field, { kind, kinds: options.kinds, ...tells, ...part })]
  })
  const byName = new Map(fields.map((field) => [field.name, field]))
  const named = (name: string, use: string): ModelField[] => {
    const field = byName.get(name)
    if (field) return [field]
    mistakes.push(
      `${where}: ${use} names the field "${name}", which does not exist; known are ${[...byName.keys()].join(', ')}`,
    )
    return []
  }
  const key = keyNames.flatMap((name) => named(name, 'key'))
  const title =
    (definition.title === undefined ? undefined : named(definition.title, 'title')[0]) ?? key[0] ?? fields[0]
  if (title === undefined) mistakes.push(`${where} has no fields: give it at least one`)
  return {
    name: definition.name,
    table: definition.table ?? definition.name,
    label: definition.label ?? labelFromName(definition.name),
    plural: definition.plural ?? definition.label ?? labelFromName(definition.name),
    icon: definition.icon ?? 'table',
    ...(definition.group === undefined ? {} : { group: definition.group }),
    key,
    title: title as ModelField,
    fields,
    field: (name) => byName.get(name),
    columns: (definition.list?.columns ?? defaultColumns(fields, title)).flatMap((name) => named(name, 'list.columns')),
    sort: sortTerms(definition.list?.sort ?? '').flatMap(({ name, descending }): SortTerm[] =>
      named(name, 'list.sort').map((field) => ({ field, descending })),
    ),
    backRelations,
    keepsListIndexes: hasOrderKeys && definition.list?.indexed !== false,
    uniques: [],
    checks: [],
    indexes: [],
    definition,
  }
}

interface FieldSurroundings {
  readonly kind: FieldKind
  readonly kinds: FieldKinds
  readonly isLoose: boolean
  readonly hasOrderKeys: boolean
  readonly isKey: boolean
  readonly isTitle: boolean
}

function resolveField(name: string, options: FieldDefinition, surroundings: FieldSurroundings): ModelField {
  const { kind, kinds, isLoose, hasOrderKeys, isKey, isTitle } = surroundings
  const references = kind.references?.(options)
  const referencedField = kind.referencedField?.(options)
  const onRemove = kind.onRemove?.(options)
  const plain = kind.withoutReference?.(options)
  const plainKind = plain && kinds[plain.kind]
  return {
    name,
    columnName: options.column ?? name,
    column: kind.column(options),
    label: options.label ?? labelFromName(name),
    kind,
    options,
    // What is computed may come out empty whatever its parts are.
    isRequired: (options.required === true && options.computed === undefined) || isKey,
    isUnique: options.unique === true,
    isReadOnly: options.readOnly === true || options.generated === true || isDerived({ options }),
    isGenerated: options.generated === true,
    isSearchable: options.searchable ?? (isTitle && kind.searchedBy !== undefined),
    isKey,
    isHidden: options.hidden === true,
    isSortable: kind.sortable !== false && options.incomparable !== true,
    isLoose,
    hasOrderKey: hasOrderKeys && sortsAsWords(kind, options),
    isFoundByPart: isFoundByPart(kind, options, isTitle),
    hasSearchText: hasOrderKeys && isFoundByPart(kind, options, isTitle),
    ...(references === undefined ? {} : { references }),
    ...(referencedField === undefined ? {} : { referencedField }),
    ...(onRemove === undefined ? {} : { onRemove }),
    ...(plain && plainKind
      ? { withoutReference: resolveField(name, plain, { ...surroundings, kind: plainKind, hasOrderKeys: false }) }
      : {}),
  }
}

/** Whether the values of a field can be kept in the form in which people look them up: those of a column that holds texts and nothing else. */
function sortsAsWords(kind: FieldKind, options: FieldDefinition): boolean {
  const column = kind.column(options)
  const isText = column.kind === 'text' && !isMixedColumn(column)
  return kind.sortsAsWords === true && isText && options.incomparable !== true && !isDerived({ options })
}

/** Whether a field is one of those texts that the search box looks into, by itself or as the title of what a relation points to. */
function isFoundByPart(kind: FieldKind, options: FieldDefinition, isTitle: boolean): boolean {
  return kind.searchedBy === 'contains' && (options.searchable === true || isTitle) && !isDerived({ options })
}

function withImplicitKey(definition: ModelDefinition): [string, FieldDefinition][] {
  const fields = Object.entries(definition.fields)
  if (definition.key !== undefined || Object.hasOwn(definition.fields, 'id')) return fields
  return [['id', { kind: 'integer', generated: true, label: { en: 'Id', ar: 'المعرّف' } }], ...fields]
}

/** What points to each model, by its name. */
export function collectBackRelations(
  definitions: readonly ModelDefinition[],
  { kinds }: ResolveOptions,
): Map<string, BackRelation[]> {
  const found = new Map<string, BackRelation[]>()
  const add = (target: string, relation: BackRelation) => {
    found.set(target, [...(found.get(target) ?? []), relation])
  }
  const keyOf = new Map(definitions.map((definition) => [definition.name, [definition.key ?? 'id'].flat()[0]]))
  for (const definition of definitions) {
    const { name: model, junction, references = [] } = definition
    for (const [name, field] of Object.entries(definition.fields)) {
      const kind = Object.hasOwn(kinds, field.kind) ? kinds[field.kind] : undefined
      const target = kind?.references?.(field)
      const parent = target === undefined ? undefined : (kind?.referencedField?.(field) ?? keyOf.get(target))
      if (target === undefined || parent === undefined) continue
      const through = junction?.includes(name) ? junction.find((other) => other !== name) : undefined
      add(target, { model, fields: [{ child: name, parent }], ...(through === undefined ? {} : { through }) })
    }
    for (const { to, fields } of references) {
      add(to, { model, fields: Object.entries(fields).map(([child, parent]) => ({ child, parent })) })
    }
  }
  return found
}

function defaultColumns(fields: readonly ModelField[], title: ModelField | undefined): string[] {
  const isTelling = (field: ModelField) => field.kind.bulky !== true && !field.isGenerated && !field.isHidden
  const rest = fields.filter((field) => field !== title && isTelling(field))
  return [...(title ? [title] : []), ...rest].slice(0, 7).map((field) => field.name)
}
