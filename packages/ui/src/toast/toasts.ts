/** The short messages that tell what was just done: kept outside React, so that anything may show one. */

/** A short message. */
export interface Toast {
  readonly id: number
  readonly text: string
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a message for a few seconds. At most three are shown at once. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  publish([...toasts.slice(-2), { ...toast, id: lastId }])
}

/** Takes a message away. */
export function hideToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id))
}

/** The messages that are shown now, as `useSyncExternalStore` wants them. */
export const toastStore = {
  read: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
