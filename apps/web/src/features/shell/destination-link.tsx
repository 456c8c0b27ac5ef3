/** A link to a list or to a page of the project; tells when one is there. */
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Link, useLocation } from '@tanstack/react-router'
import type { Destination } from './navigation.ts'

/** The properties of the link. */
export interface DestinationLinkProps {
  readonly destination: Destination
  readonly className?: string | undefined
  readonly onClick?: (() => void) | undefined
}

/** The link. */
export function DestinationLink({ destination, className, onClick }: DestinationLinkProps) {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const shown = useLocation({ select: ({ search }) => (search as { readonly view?: string }).view })
  const { view, views = [] } = destination
  const isThere = view ? shown === view.id : shown === undefined || !views.includes(shown)
  return (
    <Link
      to={destination.path}
      {...(view && { search: { view: view.id } })}
      className={className}
      aria-current={isThere && isAt(path, destination.path) ? 'page' : undefined}
      activeProps={{}}
      activeOptions={{ exact: true, includeSearch: true }}
      onClick={onClick}
    >
      <Icon name={destination.icon} />
      <bdi>{destination.text}</bdi>
    </Link>
  )
}

/** Whether a path is the destination or lies below it. */
export function isAt(path: string, destination: string): boolean {
  const [here, there] = [decode(path), decode(destination)]
  return here === there || here.startsWith(`${there}/`)
}

function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
