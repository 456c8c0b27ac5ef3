/** Values that nobody thought of: they may neither break a part nor change how their neighbours read. */
import { Avatar } from '../../src/avatar/avatar.tsx'
import { Chip } from '../../src/chip/chip.tsx'
import { Tag } from '../../src/tag/tag.tsx'
import { TextInput } from '../../src/text-input/text-input.tsx'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

const odd = [
  'W'.repeat(10_000),
  '\u202eexe.gnp\u202e invoice',
  'pay\u200bpal\u2060 \u200c\u200d',
  '👩‍👩‍👧‍👦🏳️‍🌈👨🏽‍🚀',
  'Nile النيل Нил 尼罗河 ნილოსი नील',
  'م'.repeat(10_000),
]

/** Every part that shows values, with odd ones. */
export function Oddities() {
  const say = useSay()
  return (
    <>
      {odd.map((text) => (
        <div key={text} className={styles.row}>
          <Avatar name={text} />
          <Tag tone="info">{text}</Tag>
          <Chip
            field={say('Name', 'الاسم')}
            operator={say('is', 'هو')}
            value={text}
            removeLabel="×"
            onRemove={() => undefined}
          />
          <TextInput aria-label={say('Name', 'الاسم')} defaultValue={text} />
        </div>
      ))}
    </>
  )
}
