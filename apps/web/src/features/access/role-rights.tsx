/** What the rules of a model say, role by role in sentences; whoever may do nothing is named at the end. */
import { hasRights, type RightsSentence, rightsRoleText, rightsText } from '@haykal/contract/rights-text'
import { useLocale } from '@haykal/messages/react'
import type { ToldRights } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import styles from './access.module.css'

const icons: { readonly [about in RightsSentence['about']]: string } = {
  may: 'check',
  'may-not': 'close',
  hidden: 'eyeOff',
  fields: 'lock',
}

/** The rights. */
export function RoleRights({ roles }: { readonly roles: readonly ToldRights[] }) {
  const { t, locale } = useLocale()
  const teller = { t, locale }
  const idle = roles.filter((role) => !hasRights(role)).map((role) => rightsRoleText(teller, role))
  return (
    <>
      {roles.filter(hasRights).map((rights) => (
        <OneRole key={rights.role} rights={rights} />
      ))}
      {idle.length > 0 && (
        <p className={styles.nobody}>
          {t('rights.nobodyElse', { roles: new Intl.ListFormat(locale, { type: 'conjunction' }).format(idle) })}
        </p>
      )}
    </>
  )
}

function OneRole({ rights }: { readonly rights: ToldRights }) {
  const { t, locale } = useLocale()
  const name = rightsRoleText({ t, locale }, rights)
  return (
    <section className={styles.role} aria-label={name}>
      <div className={styles.roleHead}>
        <h3 className={styles.roleName}>{rights.roleLabel === undefined ? name : <bdi>{name}</bdi>}</h3>
        {rights.isDefault && <Tag>{t('rights.byDefault')}</Tag>}
      </div>
      <ul className={styles.sentences}>
        {rightsText({ t, locale }, rights).map(({ about, text }) => (
          <li key={text} className={styles.sentence} data-about={about}>
            <Icon name={icons[about]} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
