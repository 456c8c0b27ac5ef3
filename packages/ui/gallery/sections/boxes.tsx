/** What stands where there is nothing to show: why, and what to do. */
import { Blank } from '../../src/blank/blank.tsx'
import { Button } from '../../src/button/button.tsx'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

/** Empty, no match, refused, failed. */
export function Boxes() {
  const say = useSay()
  return (
    <div className={styles.grid}>
      <div className={styles.box}>
        <Blank
          icon="cart"
          title={say('No orders yet', 'لا طلبات بعد')}
          text={say('The first one is a minute away.', 'الطلب الأول على بُعد دقيقة.')}
          actions={
            <Button variant="primary" icon="plus">
              {say('New order', 'طلب جديد')}
            </Button>
          }
        />
      </div>
      <div className={styles.box}>
        <Blank
          icon="lock"
          title={say('You may not see this', 'لا يحق لك رؤية هذا')}
          text={say('Ask an owner for the right to read it.', 'اطلب من مالك حق قراءته.')}
        />
      </div>
      <div className={styles.box}>
        <Blank
          icon="alert"
          title={say('The list could not be loaded', 'تعذّر تحميل القائمة')}
          actions={<Button icon="refresh">{say('Try again', 'المحاولة مرة أخرى')}</Button>}
        />
      </div>
    </div>
  )
}
