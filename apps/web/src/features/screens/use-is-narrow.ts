/** Whether there is no room for a panel beside an overview. */
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'

/** True where one of the two has to make room for the other. */
export const useIsNarrow = mediaQueryHook('(max-width: 1080px)')
