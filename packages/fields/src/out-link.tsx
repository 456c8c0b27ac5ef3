/** A value that leads out of the application: to a page, to a mail program, to a phone. Written from left to right in every language. */
import styles from './cells.module.css'
import { MarkedText } from './marked-text.tsx'

/** The properties of such a value. */
export interface OutLinkProps {
  /** Where it leads, of a scheme that the kind of the field knows to be safe. */
  readonly href: string
  /** What is read. */
  readonly text: string
  /** How it stands: as a stop of the keyboard on a page, without one in a list (whose rows are the stops), as mere text inside of another link. */
  readonly as: 'page' | 'list' | 'text'
}

/** The value. */
export function OutLink({ href, text, as }: OutLinkProps) {
  const isPage = /^https?:/.test(href)
  // Numbers to call are shown in groups.
  const shown = <MarkedText text={text} isGrouped={href.startsWith('tel:')} />
  return (
    <bdi dir="ltr">
      {as === 'text' ? (
        shown
      ) : (
        <a
          href={href}
          className={styles.out}
          tabIndex={as === 'list' ? -1 : undefined}
          {...(isPage && { target: '_blank', rel: 'noopener noreferrer nofollow' })}
        >
          {shown}
        </a>
      )}
    </bdi>
  )
}

/** How a value stands in a line. */
export function standing(mayLink: boolean | undefined): 'list' | 'text' {
  return mayLink === true ? 'list' : 'text'
}
