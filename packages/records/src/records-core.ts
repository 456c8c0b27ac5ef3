/** What every read and write of records stands on. */
import type { Access, ViewerAccess, VisibleModel } from '@haykal/access'
import type { ModelClosed } from '@haykal/contract'
import type { Database } from '@haykal/database'
import { type Models, notFound, type Viewer } from '@haykal/model'
import { createRecord } from './create-record.ts'
import { editRecord } from './edit-record.ts'
import { explainRefusals, type RefusedAct } from './explain-refusal.ts'
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
  const through = async <Result>(
    model: string,
    act: RefusedAct,
    work: (door: Door) => Promise<Result>,
  ): Promise<Result> => {
    const opened = door(model)
    return await explainRefusals({ engine: core.database.engine, model: opened.visible, act }, () => work(opened))
  }
  return {
    list: (model, request = {}) => through(model, 'read', (opened) => listRecords(opened, request)),
    read: (model, id) => through(model, 'read', (opened) => readRecord(opened, id)),
    create: (model, values) => through(model, 'write', (opened) => createRecord(opened, values)),
    edit: (model, id, request) => through(model, 'write', (opened) => editRecord(opened, id, request)),
    remove: (model, id, ifMatch) => through(model, 'remove', (opened) => removeRecord(opened, id, ifMatch)),
  }
}
