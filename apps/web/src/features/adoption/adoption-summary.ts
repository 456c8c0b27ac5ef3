/** What became of a database, brought into the order in which it is told: the lists, what is not shown, and the sum. */
import type { AdoptedModel, AdoptionReport } from '@haykal/contract'
import { type AdoptedObject, correctDefinition, type Doubt, type ModelDefinition } from '@haykal/model'

/** A model and the object that it was made of. */
export interface AdoptedEntry {
  readonly model: AdoptedModel
  /** The guess as corrected. */
  readonly definition: ModelDefinition
  readonly object: AdoptedObject | undefined
  readonly doubts: readonly Doubt[]
}

/** Objects that became no model, for the same reasons. */
export interface LeftOut extends Pick<AdoptedObject, 'type' | 'doubts'> {
  readonly names: readonly string[]
}

/** A database in the order in which it is told. */
export interface AdoptionSummary {
  /** In the order of the sidebar, those left out of it included. */
  readonly entries: readonly AdoptedEntry[]
  /** The objects that became no model; those of which the same is to be said stand together. */
  readonly notShown: readonly LeftOut[]
  /** How many lists the sidebar shows, how many models and objects it leaves out, and how many doubts there are; that a table is a part of another is none. */
  readonly sum: { readonly shown: number; readonly leftOut: number; readonly doubts: number }
}

/** Brings a report into order. */
export function summaryOf({ objects, models }: AdoptionReport): AdoptionSummary {
  const byModel = new Map(objects.flatMap((object) => (object.model === undefined ? [] : [[object.model, object]])))
  const entries = models.map((model): AdoptedEntry => {
    const object = byModel.get(model.definition.name)
    const definition = correctDefinition(model.definition, model.correction)
    return { model, definition, object, doubts: object?.doubts ?? [] }
  })
  const named = new Set(models.map(({ definition }) => definition.name))
  const others = objects.filter(({ model }) => model === undefined || !named.has(model))
  const shown = entries.filter(({ definition }) => definition.hidden !== true).length
  return {
    entries,
    notShown: leftOutTogether(others),
    sum: {
      shown,
      leftOut: entries.length - shown + others.length,
      doubts: objects.reduce((sum, { type, doubts }) => sum + (type === 'shadow' ? 0 : doubts.length), 0),
    },
  }
}

function leftOutTogether(objects: readonly AdoptedObject[]): readonly LeftOut[] {
  const groups = new Map<string, LeftOut>()
  for (const { name, type, doubts } of objects) {
    const reasons = JSON.stringify([type, doubts])
    groups.set(reasons, { type, doubts, names: [...(groups.get(reasons)?.names ?? []), name] })
  }
  return [...groups.values()]
}

/** An order in which one name has moved by so many places; the same one where it cannot. */
export function movedOrder(order: readonly string[], name: string, by: number): readonly string[] {
  const from = order.indexOf(name)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return order
  return order.toSpliced(from, 1).toSpliced(to, 0, name)
}
