/** Opens a database by its address, whichever engine it is for. */
import type { Database, OpenOptions } from './engine.ts'
import { engineOpeners } from './engines/index.ts'

/** Opens a file path, `:memory:` or a `postgres://` address. Throws `CannotOpenDatabase`, whose message is one sentence for the terminal. */
export async function openDatabase(address: string, options: OpenOptions = {}): Promise<Database> {
  const opener = engineOpeners.find(({ accepts }) => accepts(address))
  if (!opener) throw new Error(`No engine accepts ${address}`)
  return await opener.open(address, options)
}
