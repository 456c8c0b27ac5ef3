/** Refuses left and right in styles: a page must be as right in Arabic as it is in English. */
import { findMatches, withoutComments } from './sources.mjs'

const declaration =
  /(?<![\w-])((?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:(?:top|bottom)-)?(?:left|right)(?:-[a-z]+)?|left|right)\s*:/g
const value = /(?<![\w-])((?:text-align(?:-last)?|float|clear|caption-side|resize)\s*:\s*(?:left|right))\b/g
const inScript =
  /\b((?:scrollMargin|scrollPadding|margin|padding|border(?:Top|Bottom)?)(?:Left|Right)(?:Radius|Width|Color|Style)?)\s*:/g
const inlineStyle = /\bstyle=\{\{[^}]*?\b(left|right)\s*:/g

/** @type {import('./sources.mjs').SourceCheck} */
export const logicalStyles = {
  reads: (path) => /\.(css|tsx)$/.test(path),
  find: (source, path) => {
    const text = withoutComments(source)
    const patterns = path.endsWith('.css') ? [declaration, value] : [inScript, inlineStyle]
    return patterns.flatMap((pattern) => findMatches(text, pattern, ([, found]) => advice(found ?? '')))
  },
}

/** @param {string} found */
function advice(found) {
  return `"${found}" is a physical direction; write the logical one (inline-start, inline-end, start, end), which follows the language.`
}
