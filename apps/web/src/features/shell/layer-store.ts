/** Which layer lies over the screens: kept outside React, so that a key, a menu or another layer may call for one. */

/** What there is: the search over everything, and the list of keys. */
export type LayerName = 'palette' | 'keys'

let open: LayerName | undefined
const listeners = new Set<() => void>()

/** Puts a layer over the screens, in place of the one that is there; undefined takes it away. */
export function openLayer(name: LayerName | undefined): void {
  open = name
  for (const listener of listeners) listener()
}

/** The layer that is wanted, as `useSyncExternalStore` takes it. */
export const layerStore = {
  read: () => open,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
