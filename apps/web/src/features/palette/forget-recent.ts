/** Forgets which records were opened on this device. */

/** Where the browser keeps them. */
export const recentKey = 'haykal.recent'

/** Forgets them: the next person at this device is to find nothing. */
export function forgetRecentRecords(): void {
  try {
    localStorage.removeItem(recentKey)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
