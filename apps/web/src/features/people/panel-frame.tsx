/** The place beside the list where one person stands; by itself on a narrow screen. */
import { useLocale } from '@haykal/messages/react'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Link } from 'haykal/web'
import { type ReactNode, useEffect, useRef } from 'react'
import { useIsNarrow } from '../adoption/use-is-narrow.ts'
import styles from './people.module.css'
import { personLinkId } from './people-list.tsx'
import { type PeopleAddress, peoplePath } from './people-path.ts'

/** The properties of the frame. */
export interface PanelFrameProps {
  readonly title: string
  /** Of the page, with the person who is open. */
  readonly address: PeopleAddress
  readonly children: ReactNode
}

/** The frame. */
export function PanelFrame({ title, address, children }: PanelFrameProps) {
  const { t } = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  const Heading = useIsNarrow() ? 'h1' : 'h2'
  const { person = '', ...search } = address
  // Whoever opens it goes on inside it, and whoever closes it where they came from.
  useEffect(() => {
    heading.current?.focus()
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById(personLinkId(person))?.focus()
      })
    }
  }, [person])
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.panelHead}>
        <Link to={peoplePath(search)} className={styles.back}>
          <Icon name="back" />
          {t('people.back')}
        </Link>
        <Heading ref={heading} tabIndex={-1} className={styles.panelTitle}>
          <bdi>{title}</bdi>
        </Heading>
        <Link
          to={peoplePath(search)}
          className={`${styles.close} ${buttonClass({ variant: 'quiet', iconOnly: true })}`}
          aria-label={t('app.close')}
          data-tooltip={t('app.close')}
        >
          <Icon name="close" />
        </Link>
      </header>
      {children}
    </section>
  )
}
