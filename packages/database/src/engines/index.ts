/** The engines that there are: the one place, besides their folders, that names them. */
import type { Database, OpenOptions } from '../engine.ts'
import { openPostgres } from './postgres/open.ts'
import { openSqlite } from './sqlite/open.ts'

/** How an address finds its engine. */
export interface EngineOpener {
  accepts(address: string): boolean
  open(address: string, options: OpenOptions): Database | Promise<Database>
}

/** In the order in which they are asked; a path is whatever no other engine accepts. */
export const engineOpeners: readonly EngineOpener[] = [
  { accepts: isServerAddress, open: openPostgres },
  { accepts: () => true, open: openSqlite },
]

/** Whether an address names a database server rather than a file. */
export function isServerAddress(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address)
}
