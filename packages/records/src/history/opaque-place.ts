/** Places in the history as clients hold them: opaque, as the number itself would tell how much was changed that they may not see. */
import { type HaykalError, isJsonObject, type Json, malformed } from '@haykal/model'
import { sealOf } from '../changes/seal.ts'
import type { RecordsCore } from '../door.ts'

/** What a place is worth: nothing anywhere but where it was given. */
export interface PlaceScope extends Pick<RecordsCore, 'secret'> {
  /** What the place belongs to. */
  readonly of: readonly (string | null)[]
  /** Where it stands in the request, should it be wrong: `?after`, `/next`. */
  readonly pointer: string
}

/** Writes a place. */
export function writePlace({ secret, of }: PlaceScope, place: { readonly [name: string]: Json }): string {
  return sealOf(secret).seal({ after: place }, JSON.stringify(of)).replaceAll('+', '-').replaceAll('/', '_')
}

/** Reads it back. Throws `malformed` for one that this server did not write here. */
export function readPlace({ secret, of, pointer }: PlaceScope, place: string): { readonly [name: string]: Json } {
  const opened = sealOf(secret).open(place.replaceAll('-', '+').replaceAll('_', '/'), JSON.stringify(of))
  if (!isJsonObject(opened?.after)) throw badPlace(pointer)
  return opened.after
}

/** The error of a place that leads nowhere. */
export function badPlace(pointer: string): HaykalError {
  return malformed([{ pointer, code: 'bad_cursor' }])
}
