/** A page of a project's own: declared as data; what it shows is listed in `haykal.web.ts`, or in `haykal.public.ts` when it is for everyone. */
import type { Label } from '@haykal/model'

/** A screen as declared. */
export interface Screen<Name extends string = string> {
  /** What the lists of components in the project's browser files call it. */
  readonly name: Name
  /** Its address, without parameters: `/shop`. */
  readonly path: `/${string}`
  readonly label: Label
  /** The name of an icon; absent: a page. */
  readonly icon?: string
  /** Reached without signing in; absent: for signed-in people only. */
  readonly public?: boolean
}

/** Declares a screen. Returns what it is given. */
export function defineScreen<const Name extends string, const S extends Screen<Name>>(screen: S): S {
  return screen
}
