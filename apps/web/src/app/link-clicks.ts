/** Lets every plain link inside the page lead on without a document being loaded, whoever wrote it. */
import type { RouterHistory } from '@tanstack/react-router'

/** Follows links to this site through the history of the app; links elsewhere, downloads and new tabs stay the browser's. */
export function followLinks(history: RouterHistory): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.origin !== window.location.origin || link.hasAttribute('download') || !/^(_self)?$/.test(link.target))
      return
    if (link.pathname.startsWith('/api/') || (link.hash !== '' && link.pathname === window.location.pathname)) return
    event.preventDefault()
    history.push(link.pathname + link.search + link.hash)
  })
}
