/** In the browser, in place of checking patterns: the server has checked the models before it told of them, and the check is large. */
import type { checkPattern as onServer } from './check-pattern.ts'

/** Finds nothing wrong. */
export const checkPattern: typeof onServer = () => []
