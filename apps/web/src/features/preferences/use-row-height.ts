/** The height of a row as the tokens have it for the spacing that the person chose: what is drawn only where one looks must know it. */
import { useState } from 'react'

/** In CSS pixels, as it is when the list appears: the spacing changes on another screen. */
export function useRowHeight(): number {
  const [height] = useState(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')),
  )
  return height
}
