/** The sidebar on a phone: slides in over the screen, and goes when one has chosen. */
import { useLocale } from '@haykal/messages/react'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { useModal } from '@haykal/ui/dialog/use-modal.ts'
import styles from './drawer.module.css'
import { Sidebar } from './sidebar.tsx'

/** The drawer; open as long as it is rendered. */
export function Drawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale()
  const modal = useModal(onClose)
  return (
    <dialog {...modal} className={styles.drawer} aria-label={t('shell.menu')}>
      <div className={styles.content}>
        <IconButton className={styles.close} icon="close" label={t('app.close')} onClick={onClose} />
        <Sidebar onGo={onClose} />
      </div>
    </dialog>
  )
}
