/**
 * Runs before anything is painted: sets what was shown last (theme, density, language and its direction), so that nothing
 * flashes or jumps, and has the texts of the language fetched at once. It stands alone, without imports;
 * `features/preferences/kept-preferences.ts` writes what is read here.
 */
{
  const root = document.documentElement
  let wished: readonly string[] = navigator.languages
  try {
    const { chosen = {}, shown } = JSON.parse(localStorage.getItem('haykal.preferences') ?? '{}')
    if (chosen.theme === 'light' || chosen.theme === 'dark') root.dataset.theme = chosen.theme
    if (chosen.density === 'compact') root.dataset.density = chosen.density
    if (shown) Object.assign(root, { lang: shown.language, dir: shown.direction })
    else root.dataset.firstVisit = ''
    if (chosen.language) wished = [chosen.language, ...wished]
  } catch {
    // A browser that keeps nothing, or holds something else there, shows what the device prefers.
  }
  const files = new Map<string, string>(Object.entries(JSON.parse(document.currentScript?.dataset.texts ?? '{}')))
  const language = wished.map((each) => String(each).toLowerCase().slice(0, 2)).find((each) => files.has(each)) ?? 'en'
  const texts = files.get(language)
  if (texts) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: texts }))
  // The first formatters of a page take tens of milliseconds, a phone's hundred: they are made while the code is on its way.
  setTimeout(() => {
    new Intl.NumberFormat(language).format(0)
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(0)
  })
}
