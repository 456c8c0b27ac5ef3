/** Where short messages appear: announced politely, gone after a while, kept while one reads or reaches for them. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from '../icon/icon.tsx'
import styles from './toast.module.css'
import { hideToast, type Toast, toastStore } from './toasts.ts'

const secondsShown = 7

/** The words of the region itself. */
export interface ToastRegionProps {
  /** What the region is, for screen readers. */
  readonly label: string
  readonly closeLabel: string
}

/** The place of the toasts; once in the page. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read)
  return (
    <section aria-label={label}>
      <ol className={styles.region} aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} closeLabel={closeLabel} />
        ))}
      </ol>
    </section>
  )
}

function ToastLine({ toast, closeLabel }: { readonly toast: Toast; readonly closeLabel: string }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => hideToast(toast.id), secondsShown * 1000)
    return () => clearTimeout(timer)
  }, [isHeld, toast.id])

  return (
    <li
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            hideToast(toast.id)
            toast.action?.onPress()
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => hideToast(toast.id)}>
        <Icon name="close" />
      </button>
    </li>
  )
}
