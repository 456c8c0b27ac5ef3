/** A round initial in a colour of its own: finds a name among many faster than reading. */
import type { CSSProperties } from 'react'
import styles from './avatar.module.css'

/** The initial of a name in a colour made from it. Says nothing that the name beside it does not. */
export function Avatar({ name }: { readonly name: string }) {
  const hue = { '--hue': hueOf(name) } as CSSProperties
  // The initial is drawn by the style sheet: as text it would be read out, and would stand in the name of a button around it.
  return <span className={styles.avatar} style={hue} data-initial={initialOf(name)} aria-hidden="true" />
}

/** The first letter or digit of a name, whole even where it takes several code points. */
export function initialOf(name: string): string {
  const initial = name.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? [...name.trim()][0] ?? ''
  // Georgian has capitals since Unicode 11, for headlines only, and most fonts lack them.
  return /\p{Script=Georgian}/u.test(initial) ? initial : initial.toLocaleUpperCase()
}

const hues = [20, 45, 75, 130, 155, 195, 230, 255, 285, 320, 345]

/** A hue for a text: always the same one for the same text. */
export function hueOf(text: string): number {
  let sum = 0
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hues[sum % hues.length] ?? 195
}
