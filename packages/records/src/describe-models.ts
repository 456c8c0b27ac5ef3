/** Tells a viewer which models there are: their definitions without what is hidden, and what may be done. */
import type { VisibleModel } from '@haykal/access'
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

/** The models that a viewer may read, as boot tells them. */
export function describeModels(core: RecordsCore, viewer: Viewer): readonly BootModel[] {
  return core.access.for(viewer).models.map((visible) => describeModel(core, viewer, visible))
}

function describeModel(core: RecordsCore, viewer: Viewer, visible: VisibleModel): BootModel {
  const closed = core.closedOf(visible.model.name)
  const may = (act: 'create' | 'edit' | 'remove') => closed === undefined && !isNothing(visible.scope(act))
  return {
    ...visibleDefinition(visible),
    can: { create: may('create'), edit: may('edit'), remove: may('remove') },
    ...(closed === undefined ? {} : { closed }),
    ...(closed === 'locked' && viewer.role === 'owner' ? { canUnlock: true } : {}),
  }
}

/** The definition without hidden fields, wherever they are named; and without names of tables and columns, which are nobody's affair. */
function visibleDefinition({ model, field }: VisibleModel): ModelDefinition {
  const { table: _table, title, list, fields, ...rest } = model.definition
  const isVisible = (name: string) => field(name) !== undefined
  return {
    ...rest,
    fields: Object.fromEntries(Object.keys(fields).flatMap((name) => visibleField(name, field(name)))),
    ...(title !== undefined && isVisible(title) ? { title } : {}),
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
