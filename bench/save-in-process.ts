/** The sample project's core without HTTP: what a save costs with rules, base check, history and one commit for all who come together. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createAccess, type ModelRules } from '@haykal/access'
import { declarePeople, rulesOptionsOf } from '@haykal/auth'
import { makeHistoryTable, openDatabase } from '@haykal/database'
import { fieldKinds } from '@haykal/fields'
import { resolveModels } from '@haykal/model'
import { openRecords, type RecordsCore } from '@haykal/records'
import type { Project } from 'haykal'
import { facesOf, type ProjectServer } from 'haykal/server'
import { sampleProject } from '../tools/steps/target.mjs'
import type { Answers } from './ask-in-a-loop.ts'
import { type SavedField, savedValue } from './saved-field.ts'

/** Who saves what, for how long. */
export interface SavesInProcess {
  /** The file of a sample project that nobody else has open. */
  readonly file: string
  readonly writers: number
  readonly seconds: number
  /** The number of the order that a writer edits in its turn. */
  order(writer: number, turn: number): number
  readonly field: SavedField
  /** What it is in each order; null where there is nothing. */
  readonly saved: Map<number, string>
}

/** Saves one field again and again, each writer after its own answer. */
export async function saveInProcess({ file, writers, seconds, order, field, saved }: SavesInProcess): Promise<Answers> {
  const core = await openCore(file)
  try {
    const records = openRecords(core, { id: 'bench', role: 'editor', me: {} })
    const waits: number[] = []
    const start = performance.now()
    const write = async (writer: number) => {
      for (let turn = 0; performance.now() - start < seconds * 1000; turn += 1) {
        const began = performance.now()
        const number = order(writer, turn)
        const value = savedValue(field, turn)
        await records.edit('orders', String(number), {
          values: { [field]: value },
          base: { [field]: saved.get(number) ?? null },
        })
        saved.set(number, value)
        waits.push(performance.now() - began)
      }
    }
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    const perSecond = waits.length / ((performance.now() - start) / 1000)
    waits.sort((one, other) => one - other)
    const at = (share: number) => waits[Math.floor(waits.length * share)] ?? Number.NaN
    return { perSecond, p50: at(0.5), p99: at(0.99), bytes: 0 }
  } finally {
    await core.database.close()
  }
}

async function openCore(file: string): Promise<RecordsCore> {
  const load = async (name: string) => (await import(pathToFileURL(join(sampleProject, name)).href)) as unknown
  const { project } = (await load('haykal.config.ts')) as { readonly project: Project }
  const { server } = (await load('haykal.server.ts')) as { readonly server: ProjectServer }
  const models = resolveModels(project.models, { kinds: fieldKinds, hasOrderKeys: true })
  const rules: { readonly [model: string]: ModelRules } = Object.fromEntries(
    server.models.map(({ model, rules }) => [model, rules]),
  )
  const database = await openDatabase(file)
  await database.write((queries) => makeHistoryTable({ engine: database.engine, queries }))
  return {
    database,
    models,
    access: createAccess(models, rules, rulesOptionsOf(declarePeople(project))),
    secret: 'of the benchmark',
    closedOf: () => undefined,
    history: {},
    isOurs: true,
    faces: new Map(server.models.map((face) => [face.model, facesOf(face)])),
  }
}
