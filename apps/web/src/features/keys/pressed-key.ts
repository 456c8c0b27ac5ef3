/** Tells which of our keys was pressed: by what it writes on a Latin layout, by its place on any other. */
import { type KeyDefinition, type KeyName, keyNames, keyOf } from './keys.ts'

/** What is needed of a keyboard event. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'
>

/** Whether the machine has a Cmd key, which does there what Ctrl does elsewhere. */
export const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The key that was pressed; undefined for one that does nothing here. */
export function pressedKey(press: KeyPress, hasCommandKey: boolean = isApple): KeyName | undefined {
  if (press.isComposing || press.altKey) return undefined
  return keyNames.find((name) => {
    const key = keyOf(name)
    return (!press.repeat || key.repeats) && hasModifiers(press, key, hasCommandKey) && isAt(press, key)
  })
}

function hasModifiers({ ctrlKey, metaKey, shiftKey }: KeyPress, key: KeyDefinition, hasCommandKey: boolean): boolean {
  const [command, other] = hasCommandKey ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  if (command !== (key.isCommand ?? false) || other) return false
  // Signs stand behind Shift on one layout and not on the next; letters only where that is another key.
  return /^[^\p{L}]$/u.test(key.character) || shiftKey === (key.isShifted ?? false)
}

function isAt(
  { key: written, code, shiftKey }: KeyPress,
  { character, code: place, isShifted }: KeyDefinition,
): boolean {
  // The Arabic question mark is one, wherever the layout has it.
  const sign = written === '؟' ? '?' : written
  if (/^[\x20-\x7e]|^\p{Script=Latin}/u.test(sign)) return sign.toLowerCase() === character.toLowerCase()
  return code === place && shiftKey === (isShifted ?? false)
}
