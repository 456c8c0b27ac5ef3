/** Decides whether the file that lies in its place now may go on with the people, rules and history that lie beside it. */
import type { Settings } from '@haykal/auth'
import type { Trouble } from '@haykal/contract'
import { isSameJson, type Json } from '@haykal/model'
import { fileSetting, isSameDatabase, memoryOf, readFileMemory, rememberFile } from './file-memory.ts'
import type { Held, Look } from './held-database.ts'

/** Remembers the file as it is now; or gives what the matter is: a restored file goes on where the old one was, another database must not. */
export async function claimFile(
  settings: Settings,
  { database: { place }, adoption }: Look,
  before: Held,
): Promise<Trouble | undefined> {
  if (!place) return undefined
  if (place.identity()?.size === 0 && before.models.all.length > 0) return 'damaged'
  const known = readFileMemory(await settings.read(fileSetting))
  const present = memoryOf(place, adoption)
  if (known && !isSameDatabase(known, present)) return 'replaced'
  if (!isSameJson({ ...known } as Json, { ...present } as Json)) await rememberFile(settings, present)
  return undefined
}
