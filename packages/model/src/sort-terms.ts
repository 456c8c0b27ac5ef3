/** Reads the order of a list as it stands in addresses. */

/** Splits `-placedAt,name` into its terms. An empty text has none. */
export function sortTerms(sort: string): { name: string; descending: boolean }[] {
  return sort
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map((term) =>
      term.startsWith('-') ? { name: term.slice(1), descending: true } : { name: term, descending: false },
    )
}
