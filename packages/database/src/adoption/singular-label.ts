/** One of them, where the name of a table says many and English leaves no doubt: `Orders` are of one `Order`. */

/** Endings of English nouns that only take an s to be many. */
const plainEnding =
  /(er|or|ion|ent|unt|ct|ing|ist|tem|ord|oup|ook|ask|age|ice|ine|ote|ile|icle|able|ank|ay|oy|ag|um|eet|oom|art|erson|ick|ink|ey)s$/i

/** Endings that change. */
const changedEnding = /(or|tr|ilit|ivit|it|an|lic|nc|rar|ert|ver|ler|entr|ud)ies$/i

/** The singular of a label that is a plural without doubt; any other label as it is. */
export function singularLabel(plural: string): string {
  if (/people$/i.test(plural)) return plural
  if (changedEnding.test(plural)) return plural.replace(/ies$/i, 'y')
  return plainEnding.test(plural) ? plural.slice(0, -1) : plural
}
