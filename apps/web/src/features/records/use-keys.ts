/** Binds keys of a list or a record by their place on the keyboard. */
import { keyNames, keyOf } from '../keys/keys.ts'
import { useKeys as useNamedKeys } from '../keys/use-keys.ts'

/** What a key does, by its physical code (`KeyJ`, `Slash`). */
export type KeyBinding = readonly [code: string, act: () => void]

/** Binds keys while the screen is there. They rest while one types, holds a modifier, or a dialog is open. */
export function useKeys(...bindings: readonly KeyBinding[]): void {
  const nameOf = (code: string) =>
    keyNames.find((name) => keyOf(name).code === code && !keyOf(name).isCommand && !keyOf(name).isShifted) ?? ''
  useNamedKeys(Object.fromEntries(bindings.map(([code, act]) => [nameOf(code), act])))
}
