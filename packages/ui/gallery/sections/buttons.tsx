/** Buttons: how much each asks to be pressed, and what they look like when they cannot be. */
import { Button, buttonClass, IconButton } from '../../src/button/button.tsx'
import { KeyCap } from '../../src/key-cap/key-cap.tsx'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

/** All buttons. */
export function Buttons() {
  const say = useSay()
  return (
    <>
      <div className={styles.row}>
        <Button variant="primary" icon="plus">
          {say('New order', 'طلب جديد')}
        </Button>
        <Button variant="primary" cap="Ctrl S">
          {say('Save', 'حفظ')}
        </Button>
        <Button icon="edit">{say('Edit', 'تعديل')}</Button>
        <Button variant="quiet" icon="filter">
          {say('Filter', 'تصفية')}
        </Button>
        <Button variant="danger" icon="trash">
          {say('Delete', 'حذف')}
        </Button>
        <a href="#buttons" className={buttonClass()}>
          {say('A link', 'رابط')}
        </a>
        <KeyCap>/</KeyCap>
      </div>
      <div className={styles.row}>
        <Button variant="primary" disabled>
          {say('Save', 'حفظ')}
        </Button>
        <Button disabled>{say('Edit', 'تعديل')}</Button>
        <Button variant="quiet" disabled>
          {say('Filter', 'تصفية')}
        </Button>
        <Button variant="danger" disabled>
          {say('Delete', 'حذف')}
        </Button>
      </div>
      <div className={styles.row}>
        <IconButton icon="search" label={say('Search', 'بحث')} cap="/" />
        <IconButton icon="back" label={say('Back', 'رجوع')} />
        <IconButton icon="more" label={say('More', 'المزيد')} />
        <IconButton icon="close" label={say('Close', 'إغلاق')} disabled />
        <IconButton variant="plain" icon="gear" label={say('Settings', 'الإعدادات')} />
      </div>
      <div className={styles.row}>
        <Button variant="primary" wide>
          {say('Sign in', 'تسجيل الدخول')}
        </Button>
      </div>
    </>
  )
}
