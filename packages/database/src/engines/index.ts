/** The engines that there are: the one place, besides their folders, that names them. */
import type { Database, OpenOptions } from '../engine.ts'

/** How an address finds its engine. */
export interface EngineOpener {
  accepts(address: string): boolean
  open(address: string, options: OpenOptions): Promise<Database>
}

/** In the order in which they are asked; a path is whatever no other engine accepts. Only an engine that is used is loaded. */
export const engineOpeners: readonly EngineOpener[] = [
  {
    accepts: isServerAddress,
    open: async (address, options) => (await import('./postgres/open.ts')).openPostgres(address, options),
  },
  {
    accepts: () => true,
    open: async (address, options) => (await import('./sqlite/open.ts')).openSqlite(address, options),
  },
]

/** Whether an address names a database server rather than a file. */
export function isServerAddress(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address)
}
