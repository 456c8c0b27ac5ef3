/** Gives roll-ups that do not say what sort of field they are the kind of the field that they are made of. */
import type { ModelDefinition } from './define-model.ts'
import type { FieldDefinition } from './field-kind.ts'
import { type BackRelation, relationNamed } from './model.ts'

/** The definitions with every roll-up settled. What names nothing counts as a number, to be told as a mistake later. */
export function settleRollups(
  definitions: readonly ModelDefinition[],
  backRelations: ReadonlyMap<string, readonly BackRelation[]>,
): readonly ModelDefinition[] {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]))
  const settled = (model: string, field: FieldDefinition, seen: ReadonlySet<FieldDefinition>): FieldDefinition => {
    const { rollup } = field
    if (field.kind !== '' || !rollup) return field
    const { of, count, sum, min, max, average } = rollup
    const [relation] = relationNamed(of, backRelations.get(model) ?? [])
    const name = sum ?? min ?? max ?? average
    if (count === true || !relation || name === undefined) return { ...field, kind: 'integer' }
    const fields = byName.get(relation.model)?.fields ?? {}
    const source = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!source || seen.has(source)) return { ...field, kind: 'integer' }
    const made = settled(relation.model, source, new Set([...seen, source]))
    // A fraction is left over where whole numbers are divided.
    if (average !== undefined && made.kind === 'integer') return { ...field, kind: 'decimal', ...{ scale: 2 } }
    return { ...onlyKind(made), ...field, kind: made.kind }
  }
  return definitions.map((definition) => {
    const entries = Object.entries(definition.fields)
    if (!entries.some(([, field]) => field.kind === '')) return definition
    return {
      ...definition,
      fields: Object.fromEntries(
        entries.map(([name, field]) => [name, settled(definition.name, field, new Set([field]))]),
      ),
    }
  })
}

/** What a field says of its kind alone: nothing of its place in its own model, nor of limits that a sum goes beyond. */
function onlyKind(definition: FieldDefinition): FieldDefinition {
  const left = new Set<string>(ofItsPlace)
  return Object.fromEntries(
    Object.entries(definition).filter(([name]) => !left.has(name)),
  ) as unknown as FieldDefinition
}

const ofItsPlace = [
  'label',
  'help',
  'required',
  'unique',
  'readOnly',
  'default',
  'searchable',
  'sensitive',
  'column',
  'generated',
  'passing',
  'incomparable',
  'hidden',
  'computed',
  'rollup',
  'min',
  'max',
  'placeholder',
]
