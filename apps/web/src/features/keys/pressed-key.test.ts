import { expect, test } from 'vitest'
import { isSingle, keyNames, keyOf } from './keys.ts'
import { type KeyPress, pressedKey } from './pressed-key.ts'

const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false }
const press = (code: string, key: string, more: Partial<KeyPress> = {}) =>
  pressedKey({ ...nothing, code, key, ...more }, false)

test('knows a letter by what it writes on a Latin layout', () => {
  expect(press('KeyN', 'n')).toBe('create')
  expect(press('KeyN', 'N')).toBe('create')
  expect(press('Slash', '/')).toBe('search')
})

test('goes by the letter on Dvorak, where it lies elsewhere', () => {
  expect(press('KeyL', 'n')).toBe('create')
  expect(press('KeyN', 'b')).toBeUndefined()
  expect(press('KeyD', 'e')).toBe('edit')
})

test('goes by the place on an Arabic layout', () => {
  expect(press('KeyN', 'ى')).toBe('create')
  expect(press('KeyJ', 'ت')).toBe('next')
  expect(press('KeyK', 'ن')).toBe('previous')
  expect(press('KeyF', 'ب')).toBe('filter')
  expect(press('KeyE', 'ث')).toBe('edit')
  expect(press('Slash', 'ظ')).toBe('search')
  expect(press('KeyB', 'لا')).toBeUndefined()
})

test('goes by the place on Cyrillic, Greek and Hebrew layouts too', () => {
  expect(press('KeyN', 'т')).toBe('create')
  expect(press('KeyN', 'ν')).toBe('create')
  expect(press('KeyN', 'מ')).toBe('create')
})

test('opens the palette with Ctrl and K on every layout', () => {
  expect(press('KeyK', 'k', { ctrlKey: true })).toBe('palette')
  expect(press('KeyK', 'ن', { ctrlKey: true })).toBe('palette')
  expect(press('KeyV', 'k', { ctrlKey: true })).toBe('palette')
})

test('takes Cmd in place of Ctrl where there is one', () => {
  const withCmd = { ...nothing, code: 'KeyK', key: 'k', metaKey: true }
  expect(pressedKey(withCmd, true)).toBe('palette')
  expect(pressedKey(withCmd, false)).toBeUndefined()
  expect(pressedKey({ ...nothing, code: 'KeyK', key: 'k', ctrlKey: true }, true)).toBeUndefined()
})

test('takes back and does again with the same key, with and without Shift, on every layout', () => {
  expect(press('KeyZ', 'z', { ctrlKey: true })).toBe('undo')
  expect(press('KeyZ', 'Z', { ctrlKey: true, shiftKey: true })).toBe('redo')
  expect(press('KeyZ', 'ئ', { ctrlKey: true })).toBe('undo')
  expect(press('KeyZ', 'ئ', { ctrlKey: true, shiftKey: true })).toBe('redo')
  expect(press('KeyY', 'z', { ctrlKey: true })).toBe('undo')
  expect(press('KeyZ', 'z')).toBeUndefined()
})

test('finds the question mark wherever a layout has it', () => {
  expect(press('Slash', '?', { shiftKey: true })).toBe('help')
  expect(press('Slash', '؟', { shiftKey: true })).toBe('help')
  expect(press('Minus', '?', { shiftKey: true })).toBe('help')
  expect(press('Digit7', '/', { shiftKey: true })).toBe('search')
})

test('leaves letters with other modifiers to the browser', () => {
  expect(press('KeyN', 'n', { ctrlKey: true })).toBeUndefined()
  expect(press('KeyN', 'N', { shiftKey: true })).toBeUndefined()
  expect(press('KeyE', '€', { altKey: true, ctrlKey: true })).toBeUndefined()
  expect(press('KeyK', 'k', { ctrlKey: true, shiftKey: true })).toBeUndefined()
})

test('does not take part in what an input method puts together', () => {
  expect(press('KeyN', 'Process', { isComposing: true })).toBeUndefined()
})

test('goes on with a key that is held only from row to row', () => {
  expect(press('KeyJ', 'j', { repeat: true })).toBe('next')
  expect(press('KeyN', 'n', { repeat: true })).toBeUndefined()
})

test('counts as single what people may turn off: letters and signs without Ctrl', () => {
  expect(keyNames.filter((name) => isSingle(keyOf(name)))).toEqual([
    'search',
    'filter',
    'next',
    'previous',
    'create',
    'edit',
    'help',
  ])
})
