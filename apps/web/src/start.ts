/**
 * Runs before anything is painted: sets the chosen theme and the language's direction, so that nothing flashes or jumps.
 * It stands alone, without imports; `app/preferences.ts` writes what is read here.
 */
{
  const root = document.documentElement
  const read = (name: string) => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }
  const theme = read('haykal.theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const language = read('haykal.language') ?? navigator.language
  if (language.startsWith('ar')) {
    root.lang = 'ar'
    root.dir = 'rtl'
  }
}
