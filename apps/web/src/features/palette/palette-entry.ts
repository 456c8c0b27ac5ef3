/** What the palette offers: a place to go to, or something to do. */
import type { KeyName } from '../keys/keys.ts'

/** One line of the palette. */
export interface PaletteEntry {
  /** Always the same for the same thing. */
  readonly key: string
  readonly text: string
  /** The name of an icon; absent: an initial of the text. */
  readonly icon?: string
  /** What kind of thing it is, at the end of the line. */
  readonly detail?: string
  /** What stands beside the text: where it was found by something else. */
  readonly note?: string
  /** The key that does the same on this screen. */
  readonly keyName?: KeyName
  /** The address that it leads to; absent: it does something. */
  readonly href?: string
  /** What it does; absent: it leads somewhere. */
  readonly act?: () => void
}

/** Lines that belong together. */
export interface PaletteSection {
  readonly key: string
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}
