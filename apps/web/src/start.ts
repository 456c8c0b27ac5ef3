/**
 * Runs before anything is painted: sets what was shown last (theme, density, language and its direction), so that nothing flashes or jumps.
 * It stands alone, without imports; `features/preferences/kept-preferences.ts` writes what is read here.
 */
{
  const root = document.documentElement
  try {
    const { chosen = {}, shown } = JSON.parse(localStorage.getItem('haykal.preferences') ?? '{}')
    if (chosen.theme === 'light' || chosen.theme === 'dark') root.dataset.theme = chosen.theme
    if (chosen.density === 'compact') root.dataset.density = chosen.density
    if (shown) Object.assign(root, { lang: shown.language, dir: shown.direction })
  } catch {
    // A browser that keeps nothing, or holds something else there, shows what the device prefers.
  }
}
