/** What opens over a screen: menus, popovers, dialogs. */
import { useState } from 'react'
import { Button, IconButton } from '../../src/button/button.tsx'
import { Dialog } from '../../src/dialog/dialog.tsx'
import { Menu } from '../../src/menu/menu.tsx'
import { Popover } from '../../src/popover/popover.tsx'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

/** A menu, two popovers, and both kinds of dialog. */
export function Overlays() {
  const say = useSay()
  const [open, setOpen] = useState<'plain' | 'alert'>()
  const close = () => setOpen(undefined)
  return (
    <div className={styles.row}>
      <Menu
        label={say('More', 'المزيد')}
        trigger={(trigger) => <IconButton {...trigger} icon="more" label={say('More', 'المزيد')} />}
        sections={[
          {
            key: 'theme',
            title: say('Theme', 'المظهر'),
            items: [
              { key: 'light', text: say('Light', 'فاتح'), icon: 'sun', checked: true, onSelect: () => undefined },
              { key: 'dark', text: say('Dark', 'داكن'), icon: 'moon', checked: false, onSelect: () => undefined },
            ],
          },
          {
            key: 'acts',
            items: [
              { key: 'delete', text: say('Delete', 'حذف'), icon: 'trash', danger: true, onSelect: () => undefined },
            ],
          },
        ]}
      />
      <Popover
        label={say('Columns', 'الأعمدة')}
        trigger={(trigger) => <Button {...trigger}>{say('Columns', 'الأعمدة')}</Button>}
      >
        {() => (
          <Popover
            label={say('More', 'المزيد')}
            trigger={(trigger) => <Button {...trigger}>{say('Inner', 'داخلي')}</Button>}
          >
            {(close) => <Button onClick={close}>{say('Close the inner one', 'إغلاق الداخلي')}</Button>}
          </Popover>
        )}
      </Popover>
      <Button onClick={() => setOpen('plain')}>{say('A dialog', 'حوار')}</Button>
      <Button onClick={() => setOpen('alert')}>{say('A warning', 'تحذير')}</Button>
      {open && (
        <Dialog
          alert={open === 'alert'}
          title={say('Delete order 1048566?', 'حذف الطلب 1048566؟')}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{say('Cancel', 'إلغاء')}</Button>
              <Button variant="danger" onClick={close}>
                {say('Delete', 'حذف')}
              </Button>
            </>
          }
        >
          <p>{say('Its three lines go with it.', 'تُحذف معه بنوده الثلاثة.')}</p>
        </Dialog>
      )}
    </div>
  )
}
