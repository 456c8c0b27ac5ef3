/** What is said: strips over a screen, and short messages that go by themselves. */
import { Banner } from '../../src/banner/banner.tsx'
import { Button } from '../../src/button/button.tsx'
import { ToastRegion } from '../../src/toast/toast-region.tsx'
import { showToast } from '../../src/toast/toasts.ts'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

/** Banners and toasts. */
export function Messages() {
  const say = useSay()
  const undo = { label: say('Undo', 'تراجع'), onPress: () => showToast({ text: say('Undone', 'تم التراجع') }) }
  return (
    <>
      <Banner icon="lock" action={<Button>{say('Unlock', 'فتح')}</Button>}>
        {say('This list is read-only.', 'هذه القائمة للقراءة فقط.')}
      </Banner>
      <Banner icon="offline" tone="warn">
        {say('No connection. What you see may be old.', 'لا اتصال. قد يكون ما تراه قديمًا.')}
      </Banner>
      <Banner icon="alert" tone="bad">
        {say('The database is out of reach.', 'تعذّر الوصول إلى قاعدة البيانات.')}
      </Banner>
      <div className={styles.row}>
        <Button
          onClick={() => showToast({ text: say('14 orders set to Shipped', 'صار ١٤ طلبًا مشحونًا'), action: undo })}
        >
          {say('A message', 'رسالة')}
        </Button>
      </div>
      <ToastRegion label={say('Notifications', 'الإشعارات')} closeLabel={say('Close', 'إغلاق')} />
    </>
  )
}
