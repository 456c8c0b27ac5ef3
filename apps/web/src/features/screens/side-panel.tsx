/** The place beside a list of things where one of them stands; by itself on a narrow screen. */
import { useLocale } from '@haykal/messages/react'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Link } from 'haykal/web'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './side-panel.module.css'
import { useIsNarrow } from './use-is-narrow.ts'

/** The properties of the panel. */
export interface SidePanelProps {
  readonly title: string
  /** The address of the list, where closing leads. */
  readonly to: string
  /** What the way back is called where the list is not in sight. */
  readonly back: string
  /** The id of what opened it, which takes the focus back. */
  readonly openedBy: string
  /** What else its head offers. */
  readonly act?: ReactNode
  /** More room, for what stands in columns. Absent: no. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** The panel. */
export function SidePanel({ title, to, back, openedBy, act, isWide, children }: SidePanelProps) {
  const { t } = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  // By itself on the screen, it is what the screen is about.
  const Heading = useIsNarrow() ? 'h1' : 'h2'
  // Whoever opens it goes on inside it, and whoever closes it where they came from.
  useEffect(() => {
    heading.current?.focus()
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById(openedBy)?.focus()
      })
    }
  }, [openedBy])
  return (
    <section className={styles.panel} data-wide={isWide || undefined} aria-label={title}>
      <header className={styles.head}>
        <Link to={to} className={styles.back}>
          <Icon name="back" />
          {back}
        </Link>
        <Heading ref={heading} tabIndex={-1} className={styles.title}>
          <bdi>{title}</bdi>
        </Heading>
        {act}
        <Link
          to={to}
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
