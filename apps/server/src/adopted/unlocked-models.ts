/** Which models of an adopted database its owner has unlocked, as Haykal's own database remembers it. */
import type { Settings } from '@haykal/auth'
import type { Json } from '@haykal/model'

const setting = 'openModels'

/** The names of the models that are unlocked. */
export async function readUnlocked(settings: Settings): Promise<readonly string[]> {
  return namesIn(await settings.read(setting))
}

/** Remembers models as unlocked; the database itself is not touched. Gives all that are. */
export async function rememberUnlocked(settings: Settings, models: readonly string[]): Promise<readonly string[]> {
  return namesIn(await settings.change(setting, (before) => [...new Set([...namesIn(before), ...models])]))
}

/** Takes back what was remembered a moment ago. */
export async function forgetUnlocked(settings: Settings, models: readonly string[]): Promise<void> {
  await settings.change(setting, (before) => namesIn(before).filter((name) => !models.includes(name)))
}

function namesIn(remembered: Json | undefined): readonly string[] {
  return Array.isArray(remembered) ? remembered.map(String) : []
}
