/** Tells a viewer which models there are: their definitions without what is hidden, and what may be done. */
import type { ViewerAccess, VisibleModel } from '@haykal/access'
import type { BootModel } from '@haykal/contract'
import {
  type FieldDefinition,
  isNothing,
  type ModelDefinition,
  type ModelField,
  sortTerms,
  type Viewer,
} from '@haykal/model'
import type { RecordsCore } from './door.ts'
import { mayRun } from './hooks/run-action.ts'
import { settableFields } from './settable-fields.ts'

/** The models that a viewer may read, as boot tells them. */
export function describeModels(core: RecordsCore, viewer: Viewer): readonly BootModel[] {
  const access = core.access.for(viewer)
  return access.models.map((visible) => describeModel(core, access, visible))
}

function describeModel(core: RecordsCore, access: ViewerAccess, visible: VisibleModel): BootModel {
  const closed = core.closedOf(visible.model.name)
  const may = (act: 'create' | 'edit' | 'remove') => closed === undefined && !isNothing(visible.scope(act))
  return {
    ...visibleDefinition(access, visible),
    can: {
      create: may('create'),
      edit: may('edit'),
      remove: may('remove'),
      ...limitOf('createFields', settableFields(visible, 'create')),
      ...limitOf('editFields', settableFields(visible, 'edit')),
    },
    ...(core.history ? { hasHistory: true } : {}),
    ...actionsOf(core, access, visible),
    ...(closed === undefined ? {} : { closed }),
    ...(closed === 'locked' && access.viewer.role === 'owner' ? { canUnlock: true } : {}),
  }
}

/** The actions that the viewer may run, where any can be. */
function actionsOf(core: RecordsCore, access: ViewerAccess, visible: VisibleModel): Pick<BootModel, 'actions'> {
  if (core.closedOf(visible.model.name) !== undefined) return {}
  const all = [...(core.faces?.get(visible.model.name)?.actions ?? [])]
  const mine = all.filter(([, action]) => mayRun({ access, visible }, action))
  if (mine.length === 0) return {}
  return { actions: mine.map(([name, { label, icon, when }]) => ({ name, label, ...given({ icon, when }) })) }
}

function limitOf<Name extends string>(name: Name, fields: readonly string[] | undefined) {
  return fields === undefined ? {} : ({ [name]: fields } as { readonly [of in Name]: readonly string[] })
}

/** The definition without hidden fields, wherever they are named; and without what only the server needs. */
function visibleDefinition(access: ViewerAccess, { model, field }: VisibleModel): ModelDefinition {
  // Word by word: whatever a definition may say in time is not told before somebody has thought of what it gives away.
  const { name, label, plural, icon, group, key, source, hidden, title, list, fields, references, junction } =
    model.definition
  const isVisible = (name: string) => field(name) !== undefined
  const isKnown = (to: string, pairs: { readonly [own: string]: string }) => {
    const target = access.model(to)
    return (
      target !== undefined && Object.entries(pairs).every(([own, theirs]) => isVisible(own) && target.field(theirs))
    )
  }
  const pointers = (references ?? []).filter(({ to, fields: pairs }) => isKnown(to, pairs))
  return {
    name,
    ...given({ label, plural, icon, group, key, source, hidden }),
    fields: Object.fromEntries(Object.keys(fields).flatMap((name) => visibleField(name, field(name)))),
    ...(title !== undefined && isVisible(title) ? { title } : {}),
    ...(pointers.length > 0 ? { references: pointers } : {}),
    ...(junction?.every(isVisible) ? { junction } : {}),
    ...(list === undefined
      ? {}
      : {
          list: {
            ...(list.columns === undefined ? {} : { columns: list.columns.filter(isVisible) }),
            ...(list.sort === undefined ? {} : { sort: visibleSort(list.sort, isVisible) }),
          },
        }),
  }
}

/** Without what is absent. */
function given<Parts extends object>(
  parts: Parts,
): { readonly [Name in keyof Parts]: Exclude<Parts[Name], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as {
    readonly [Name in keyof Parts]: Exclude<Parts[Name], undefined>
  }
}

function visibleField(name: string, field: ModelField | undefined): [name: string, definition: FieldDefinition][] {
  if (!field) return []
  const { column: _, ...definition } = field.options
  return [[name, definition]]
}

function visibleSort(sort: string, isVisible: (name: string) => boolean): string {
  return sortTerms(sort)
    .filter(({ name }) => isVisible(name))
    .map(({ name, descending }) => (descending ? `-${name}` : name))
    .join(',')
}
