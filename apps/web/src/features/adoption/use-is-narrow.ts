/** Whether there is no room for a correction beside the overview. */
import { mediaQueryHook } from '@haykal/ui/media-query-hook.ts'

/** True where one of the two has to make room for the other. */
export const useIsNarrow = mediaQueryHook('(max-width: 1080px)')
