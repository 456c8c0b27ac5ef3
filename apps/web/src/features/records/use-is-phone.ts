/** Whether the screen is too narrow for a grid. */
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'

/** Holds on a phone, and in a window as narrow as one. */
export const phoneQuery = '(max-width: 640px)'

/** True on a phone, and in a window as narrow as one. */
export const useIsPhone = mediaQueryHook(phoneQuery)
