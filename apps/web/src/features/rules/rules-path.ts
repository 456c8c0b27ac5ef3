/** The addresses of the page of rules. */

/** The page; of a model, where its rules are said. */
export function rulesPath(model?: string): string {
  return `/-/rules${model === undefined ? '' : `?model=${encodeURIComponent(model)}`}`
}
