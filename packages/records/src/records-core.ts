/** What every read and write of records stands on. */
import type { Access, ViewerAccess, VisibleModel } from '@haykal/access'
import type { ModelClosed } from '@haykal/contract'
import type { Database } from '@haykal/database'
import { type Models, notFound, type Viewer } from '@haykal/model'
import { createRecord } from './create-record.ts'
import { editRecord } from './edit-record.ts'
import { listRecords } from './list-records.ts'
import { readRecord } from './read-record.ts'
import type { Records } from './records.ts'
import { removeRecord } from './remove-record.ts'

/** A project's records and all that guards them. */
export interface RecordsCore {
  readonly database: Database
  readonly models: Models
  readonly access: Access
  /** Signs cursors. */
  readonly secret: string
  /** Why nobody can change the records of a model; undefined when it is open. */
  closedOf(model: string): ModelClosed | undefined
  /** The present moment; absent: the clock's. */
  readonly now?: () => Date
}

/** One viewer's way to one model. */
export interface Door {
  readonly core: RecordsCore
  readonly access: ViewerAccess
  readonly visible: VisibleModel
}

/** Opens the records of a project to one viewer. */
export function openRecords(core: RecordsCore, viewer: Viewer): Records {
  const access = core.access.for(viewer)
  const door = (model: string): Door => {
    const visible = access.model(model)
    if (!visible) throw notFound()
    return { core, access, visible }
  }
  return {
    list: async (model, request = {}) => await listRecords(door(model), request),
    read: async (model, id) => await readRecord(door(model), id),
    create: async (model, values) => await createRecord(door(model), values),
    edit: async (model, id, request) => await editRecord(door(model), id, request),
    remove: async (model, id, ifMatch) => await removeRecord(door(model), id, ifMatch),
  }
}
