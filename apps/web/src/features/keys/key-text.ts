/** How keys are written on their caps. */
import { type KeyName, keyOf } from './keys.ts'
import { isApple } from './pressed-key.ts'

/** The caps of a key, to be pressed together. */
export function capsOf(name: KeyName): readonly string[] {
  const { character, isCommand, isShifted } = keyOf(name)
  const cap = character === 'Escape' ? 'Esc' : character === 'Enter' ? '↵' : character.toUpperCase()
  if (!isCommand) return [cap]
  const shift = isShifted ? [isApple ? '⇧' : 'Shift'] : []
  return [isApple ? '⌘' : 'Ctrl', ...shift, cap]
}

/** The caps in one text, for a single small cap: `⌘K`, `Ctrl K`. */
export function keyText(name: KeyName): string {
  return capsOf(name).join(isApple ? '' : ' ')
}

/** The key as `aria-keyshortcuts` wants it. */
export function keyShortcut(name: KeyName): string {
  const { character, isCommand } = keyOf(name)
  return isCommand ? `${isApple ? 'Meta' : 'Control'}+${character.toUpperCase()}` : character
}
