/** A question that must be answered before anything else: the browser's own dialog, which keeps focus inside and gives it back. */
import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import styles from './dialog.module.css'
import { useModal } from './use-modal.ts'

/** The properties of a dialog. It is open as long as it is rendered. */
export interface DialogProps {
  readonly title: ReactNode
  /** The buttons; what is done by default comes last. */
  readonly footer: ReactNode
  /** Called when the person leaves with Esc or by pressing beside it. */
  readonly onClose: () => void
  /** Interrupts because something may be lost: announced as an alert, and pressing beside it does not close it. */
  readonly alert?: boolean
  /** As wide as what is worked on in it needs; absent: as wide as a question. */
  readonly wide?: boolean
  readonly children?: ReactNode
}

/** A modal dialog. */
export function Dialog({ title, footer, onClose, alert = false, wide = false, children }: DialogProps) {
  const modal = useModal(onClose, { stays: alert })
  const titleId = useId()

  return (
    <dialog
      {...modal}
      className={classNames(styles.dialog, wide && styles.wide)}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={titleId}
    >
      <div className={styles.body}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {children}
      </div>
      <div className={styles.footer}>{footer}</div>
    </dialog>
  )
}
