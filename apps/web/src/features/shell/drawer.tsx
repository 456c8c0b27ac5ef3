/** The sidebar on a phone: slides in over the screen, and goes when one has chosen. */
import { useLocale } from '@haykal/messages/react'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { useLayoutEffect, useRef } from 'react'
import styles from './drawer.module.css'
import { Sidebar } from './sidebar.tsx'

/** The drawer; open as long as it is rendered. */
export function Drawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale()
  const drawer = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = drawer.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={drawer}
      className={styles.drawer}
      aria-label={t('shell.menu')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === drawer.current) onClose()
      }}
    >
      <div className={styles.content}>
        <IconButton className={styles.close} icon="close" label={t('app.close')} onClick={onClose} />
        <Sidebar onGo={onClose} />
      </div>
    </dialog>
  )
}
