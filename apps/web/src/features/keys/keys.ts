/** Every key that does something on a whole screen: what it is, and what it is called where the keys are listed. */

/** A key. */
export interface KeyDefinition {
  /** What it writes on a Latin layout, or its name (`Enter`). */
  readonly character: string
  /** Its place on the keyboard, for layouts that write something else there than Latin. */
  readonly code: string
  /** Held together with Ctrl, on Apple's machines with Cmd. */
  readonly isCommand?: true
  /** Written with Shift on the layout that names its place. */
  readonly isShifted?: true
  /** While one types, it is the browser's. */
  readonly isOfTyping?: true
  /** Goes on while it is held down. */
  readonly repeats?: true
  /** The key that it comes along with: listed when that one is, and dealt with by the part that has the focus. */
  readonly comesWith?: 'next' | 'palette'
}

/** The keys by what they do, in the order in which they are listed. */
export const keys = {
  palette: { character: 'k', code: 'KeyK', isCommand: true },
  search: { character: '/', code: 'Slash' },
  filter: { character: 'f', code: 'KeyF' },
  next: { character: 'j', code: 'KeyJ', repeats: true },
  previous: { character: 'k', code: 'KeyK', repeats: true },
  open: { character: 'Enter', code: 'Enter', comesWith: 'next' },
  create: { character: 'n', code: 'KeyN' },
  edit: { character: 'e', code: 'KeyE' },
  save: { character: 's', code: 'KeyS', isCommand: true },
  undo: { character: 'z', code: 'KeyZ', isCommand: true, isOfTyping: true },
  redo: { character: 'z', code: 'KeyZ', isCommand: true, isShifted: true, isOfTyping: true },
  close: { character: 'Escape', code: 'Escape', comesWith: 'palette' },
  help: { character: '?', code: 'Slash', isShifted: true },
} as const satisfies { readonly [name: string]: KeyDefinition }

/** What a key does. */
export type KeyName = keyof typeof keys

/** The names, in the order of the list. */
export const keyNames = Object.keys(keys) as readonly KeyName[]

/** The definition of a key. */
export function keyOf(name: KeyName): KeyDefinition {
  return keys[name]
}

/** Whether a key is a mere letter or sign, which people may turn off: speech input and stray fingers set them off. */
export function isSingle({ character, isCommand }: KeyDefinition): boolean {
  return isCommand === undefined && character.length === 1
}
