/** Lets a form that is not saved ask before one leaves by a way that is no address, such as signing out. */

/** Asks, and tells whether one may go on. */
type Ask = () => Promise<boolean>

let ask: Ask | undefined

/** Has a form asked from now on; what it returns ends that. */
export function askBeforeLeaving(asks: Ask): () => void {
  ask = asks
  return () => {
    if (ask === asks) ask = undefined
  }
}

/** Whether a form on the screen holds something unsaved. */
export function isUnsaved(): boolean {
  return ask !== undefined
}

/** Whether one may leave: at once where nothing is unsaved, else as the person answers. */
export async function mayLeave(): Promise<boolean> {
  return (await ask?.()) ?? true
}
