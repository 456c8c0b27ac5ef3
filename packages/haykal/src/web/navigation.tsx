/** Moving about from a project's screens: links, and state in the address, without a document being loaded. */
import { useRouter } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'

/** The properties of a link. */
export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path inside the app: `/orders/1048571`. */
  readonly to: string
}

/** A link inside the app. Opens beside when the person asks the browser for that. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const { history } = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || hasModifier(event) || rest.target !== undefined) return
    event.preventDefault()
    history.push(to)
  }
  return <a {...rest} href={to} onClick={follow} />
}

/** The path of a record's page. */
export function recordPath(model: string, id: string | number): string {
  return `/${encodeURIComponent(model)}/${encodeURIComponent(id)}`
}

/** A text that stands in the address as `?name=`, and its setter: back, reload and a shared link keep it. Fit for what is being typed. */
export function useAddressText(name: string): readonly [text: string, setText: (text: string) => void] {
  const { history } = useRouter()
  // From the history itself: the router's own state follows only when the next screen is ready, too late for typing.
  const text = useSyncExternalStore(
    (listener) => history.subscribe(listener),
    () => new URLSearchParams(history.location.search).get(name) ?? '',
  )
  const setText = (next: string) => {
    const { pathname, search } = history.location
    const parameters = new URLSearchParams(search)
    if (next === '') parameters.delete(name)
    else parameters.set(name, next)
    const written = parameters.toString()
    history.replace(written === '' ? pathname : `${pathname}?${written}`)
  }
  return [text, setText]
}

function hasModifier({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey
}
