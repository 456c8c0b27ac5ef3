/** Opens the records of a project to one viewer. */
import { notFound, type Viewer } from '@haykal/model'
import { createRecord } from './create-record.ts'
import type { Door, RecordsCore } from './door.ts'
import { editRecord } from './edit-record.ts'
import { explainRecord } from './explain-record.ts'
import { explainRefusals, type RefusedAct } from './explain-refusal.ts'
import { listRecords } from './list-records.ts'
import { readBytes, readRecord } from './read-record.ts'
import type { Records } from './records.ts'
import { removeRecord } from './remove-record.ts'

/** The records of a project, as one viewer may see and change them. */
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
    readBytes: (model, id, field) => through(model, 'read', (opened) => readBytes(opened, { id, field })),
    explain: (model, id, act) => through(model, 'read', (opened) => explainRecord(opened, id, act)),
    create: (model, values) => through(model, 'write', (opened) => createRecord(opened, values)),
    edit: (model, id, request) => through(model, 'write', (opened) => editRecord(opened, id, request)),
    remove: (model, id, ifMatch) => through(model, 'remove', (opened) => removeRecord(opened, id, ifMatch)),
  }
}
