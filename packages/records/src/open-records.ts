/** Opens the records of a project to one viewer. */
import { notFound, type Viewer } from '@haykal/model'
import type { Origin } from './changes/origin.ts'
import { createRecord } from './create-record.ts'
import type { Door, Entrance, RecordsCore } from './door.ts'
import { editRecord } from './edit-record.ts'
import { explainRecord } from './explain-record.ts'
import { explainRefusals, type RefusedAct } from './explain-refusal.ts'
import { emptyTrash, listTrash } from './history/list-trash.ts'
import { projectHistory, readChangeSet } from './history/project-history.ts'
import { recordHistory } from './history/record-history.ts'
import { restoreVersion } from './history/restore-version.ts'
import { runAction } from './hooks/run-action.ts'
import { importRecords } from './import/import-records.ts'
import { listRecords, writeList } from './list-records.ts'
import { changeMany } from './many/change-many.ts'
import { countMany } from './many/count-many.ts'
import { readBytes, readRecord } from './read-record.ts'
import type { Records } from './records.ts'
import { removeRecord } from './remove-record.ts'
import { previewUndo } from './undo/preview-undo.ts'
import { undoChanges } from './undo/undo-changes.ts'

/** The records of a project, as one viewer may see and change them. `origin`: how what they do came in; absent: over the API. */
export function openRecords(core: RecordsCore, viewer: Viewer, origin: Origin = { means: 'api' }): Records {
  const access = core.access.for(viewer)
  const entrance: Entrance = { core, access, origin }
  const { engine } = core.database
  const door = (model: string): Door => {
    const visible = access.model(model)
    if (!visible) throw notFound()
    return { ...entrance, visible }
  }
  const through = async <Result>(
    model: string,
    act: RefusedAct,
    work: (door: Door) => Promise<Result>,
  ): Promise<Result> => {
    const opened = door(model)
    return await explainRefusals({ engine, model: opened.visible, act }, () => work(opened))
  }
  const across = async <Result>(act: RefusedAct, work: () => Promise<Result>): Promise<Result> =>
    await explainRefusals({ engine, model: { fields: [] }, act }, work)
  return {
    list: (model, request = {}) => through(model, 'read', (opened) => listRecords(opened, request)),
    listAsJson: (model, request = {}) => through(model, 'read', (opened) => writeList(opened, request)),
    read: (model, id) => through(model, 'read', (opened) => readRecord(opened, id)),
    readBytes: (model, id, field) => through(model, 'read', (opened) => readBytes(opened, { id, field })),
    explain: (model, id, act) => through(model, 'read', (opened) => explainRecord(opened, id, act)),
    create: (model, values, children) => through(model, 'write', (opened) => createRecord(opened, values, children)),
    edit: (model, id, request) => through(model, 'write', (opened) => editRecord(opened, id, request)),
    remove: (model, id, ifMatch) => through(model, 'remove', (opened) => removeRecord(opened, id, ifMatch)),
    countMany: (model, request) => through(model, 'read', (opened) => countMany(opened, request)),
    changeMany: (model, request) => through(model, 'write', (opened) => changeMany(opened, request)),
    import: (model, request) => through(model, 'write', (opened) => importRecords(opened, request)),
    runAction: (model, request) => through(model, 'write', (opened) => runAction(opened, request)),
    history: (model, id, query = {}) => through(model, 'read', (opened) => recordHistory(opened, id, query)),
    restore: (model, id, request) => through(model, 'write', (opened) => restoreVersion(opened, id, request)),
    trash: (model, query = {}) => through(model, 'read', (opened) => listTrash(opened, query)),
    emptyTrash: (model, which) => through(model, 'write', (opened) => emptyTrash(opened, which)),
    changes: (query = {}) => across('read', () => projectHistory(entrance, query)),
    readChanges: (changeSet, query = {}) => across('read', () => readChangeSet(entrance, changeSet, query)),
    previewUndo: (changeSet) => across('write', () => previewUndo(entrance, changeSet)),
    undo: (changeSet, request = {}) => across('write', () => undoChanges(entrance, changeSet, request)),
  }
}
