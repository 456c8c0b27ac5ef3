/** Where this device keeps what was typed into forms and not saved, and how it forgets that. Small: it comes with the first screen. */

/** How the names of all kept drafts begin; whose each one is, and of what, follows as JSON. */
export const draftPrefix = 'haykal.draft '

/** Forgets the drafts of a person; absent: of everybody. The next person at this device is to find nothing. */
export function forgetDrafts(person?: string): void {
  try {
    const beginning = person === undefined ? draftPrefix : `${draftPrefix}[${JSON.stringify(person)},`
    for (const name of Object.keys(localStorage)) if (name.startsWith(beginning)) localStorage.removeItem(name)
    // Tells windows in which one of them is still typed that it is not to be kept again.
    localStorage.setItem(beginning, '')
    localStorage.removeItem(beginning)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
