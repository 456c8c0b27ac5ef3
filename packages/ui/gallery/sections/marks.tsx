/** Small marks: who, which state, what kind, what is still on its way. */
import { Avatar } from '../../src/avatar/avatar.tsx'
import { Chip } from '../../src/chip/chip.tsx'
import { Skeleton } from '../../src/skeleton/skeleton.tsx'
import { Tag, tagTones } from '../../src/tag/tag.tsx'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

/** Avatars, tags, chips and skeletons. */
export function Marks() {
  const say = useSay()
  const remove = say('Remove filter', 'إزالة التصفية')
  return (
    <>
      <div className={styles.row}>
        {['مكتبة النيل', 'Café Lumière', 'Łódź', 'თბილისი', 'Kōbō', '7 Street'].map((name) => (
          <Avatar key={name} name={name} />
        ))}
      </div>
      <div className={styles.row}>
        {tagTones.map((tone) => (
          <Tag key={tone} tone={tone}>
            {say('Shipped', 'تم الشحن')}
          </Tag>
        ))}
      </div>
      <div className={styles.row}>
        <Chip
          field={say('Placed', 'تاريخ الطلب')}
          operator={say('since', 'منذ')}
          value={say('Nov 1, 2026', '١ نوفمبر ٢٠٢٦')}
          removeLabel={remove}
          onRemove={() => undefined}
        />
        <Chip
          field={say('Note', 'ملاحظة')}
          operator={say('is empty', 'فارغ')}
          removeLabel={remove}
          onRemove={() => undefined}
        />
        <Chip
          field={say('Customer', 'العميل')}
          operator={say('is', 'هو')}
          value="شركة الواحة (North) Ltd"
          removeLabel={remove}
          onRemove={() => undefined}
          wrap={(words, className) => (
            <button type="button" className={className}>
              {words}
            </button>
          )}
        />
      </div>
      <div className={styles.row}>
        <Skeleton width="120px" />
        <Skeleton width="60px" />
      </div>
    </>
  )
}
