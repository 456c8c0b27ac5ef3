/** A text of what a search found, with what was searched for marked in it, wherever it stands. */
import { createContext, type ReactNode, useContext } from 'react'

/** Shows a text with marks in it. `isGrouped`: its digits are parted for the eye, where nobody who looks for them parts them. */
export type Marking = (text: string, isGrouped?: boolean) => ReactNode

/** How what is shown is marked; undefined where nothing was searched for, or what marks it is not there yet. */
export const Searched = createContext<Marking | undefined>(undefined)

/** The text. */
export function MarkedText({ text, isGrouped }: { readonly text: string; readonly isGrouped?: boolean }) {
  return useContext(Searched)?.(text, isGrouped) ?? text
}
