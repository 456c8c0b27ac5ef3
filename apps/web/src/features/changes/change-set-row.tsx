/** One act in the history of the project: who, what, by which means, when; leads to all that it changed. */
import type { ChangeSet } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { Link } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { ChangeMoment, exactly } from './change-moment.tsx'
import { meansText, setText, whoText } from './change-words.ts'
import styles from './changes.module.css'
import { changeSetPath } from './changes-path.ts'

/** The row. */
export function ChangeSetRow({ set }: { readonly set: ChangeSet }) {
  const { t, language, format } = useLocale()
  const models = useModels()
  const { first } = set
  const model = models.get(first.model)
  const labels = first.fields.flatMap((name) => {
    const field = model?.field(name)
    return field ? [labelIn(field.label, language)] : []
  })
  const about = [model && labelIn(model.label, language), format.list(labels)].filter((part) => part)
  const means = meansText({ t, language }, set)
  const isOne = set.counts.length <= 1 && (set.counts[0]?.count ?? 1) === 1
  return (
    <li className={styles.entry}>
      <ChangeFace set={set} />
      <div className={styles.words}>
        <Link to={changeSetPath(set.id)} className={styles.name} data-tooltip={format.dateTime(set.at, exactly)}>
          {setText({ t, language, models }, set)}
        </Link>
        <p className={styles.facts}>
          {/* Around each, so that the dots follow the line and not the script of a name. */}
          {[whoText(t, set), ...(isOne ? about : [])].map((part) => (
            <span key={part}>
              <bdi>{part}</bdi>
            </span>
          ))}
        </p>
      </div>
      <p className={styles.tags}>
        {means !== undefined && <Tag tone={set.means === 'outside' ? 'warn' : 'neutral'}>{means}</Tag>}
        {set.undoneBy !== undefined && <Tag tone="plum">{t('changes.undone')}</Tag>}
      </p>
      <ChangeMoment at={set.at} />
    </li>
  )
}

/** The face of whoever did it: an initial, or the sign of something that nobody here did. */
export function ChangeFace({ set }: { readonly set: Pick<ChangeSet, 'by' | 'means'> }) {
  const { t } = useLocale()
  if (set.by?.name) return <Avatar name={set.by.name} />
  return (
    <span className={styles.face} title={whoText(t, set)}>
      <Icon name={set.means === 'outside' ? 'table' : 'person'} />
    </span>
  )
}
