/** Opens a database by its address, whichever engine it is for. */
import type { Database } from './engine.ts'
import { engineOpeners } from './engines/index.ts'

/** How to open a database. */
export interface OpenOptions {
  /** Never write, not a byte; absent: writable, and made where it is missing. */
  readonly isReadOnly?: boolean
  /** Refuse rather than make a new one; absent: as `isReadOnly`. */
  readonly mustExist?: boolean
}

/** Opens a file path, `:memory:` or a `postgres://` address. Throws `CannotOpenDatabase`, whose message is one sentence for the terminal. */
export async function openDatabase(address: string, options: OpenOptions = {}): Promise<Database> {
  const opener = engineOpeners.find(({ accepts }) => accepts(address))
  if (!opener) throw new Error(`No engine accepts ${address}`)
  return await opener.open(address, options)
}

/** Whether an address names a database server rather than a file. */
export { isServerAddress } from './engines/index.ts'
