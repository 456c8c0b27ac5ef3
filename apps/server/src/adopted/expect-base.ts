/** Expects that what an owner says is based on what is kept: two owners never overwrite each other unseen. */
import { conflict, isSameJson, type Json } from '@haykal/model'

/** What a change is based on, what is kept, and what would take its place. */
export interface BasedChange {
  readonly base: unknown
  readonly theirs: unknown
  readonly yours: unknown
}

/** Throws `conflict`, by the name of what is changed. */
export function expectBase(name: string, values: BasedChange): void {
  const { base, theirs, yours } = values as { readonly [each in keyof BasedChange]: Json }
  if (!isSameJson(base, theirs)) throw conflict({ [name]: { base, theirs, yours } })
}
