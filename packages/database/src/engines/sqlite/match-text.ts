/** Questions in the language of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax). */

/** Asks for rows one of whose columns has one of the patterns in it. */
export function matchText(columns: readonly string[], patterns: readonly string[]): string {
  return `{${columns.map(quoted).join(' ')}} : (${patterns.map(quoted).join(' OR ')})`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
