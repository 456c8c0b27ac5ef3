/** The models: a list at the side, and where there is no room for one, a select. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useRouter } from '@tanstack/react-router'
import { Link } from 'haykal/web'
import { useIsNarrow } from '../screens/use-is-narrow.ts'
import styles from './access.module.css'
import { accessPath } from './access-path.ts'

/** The properties of the choice. */
export interface ModelChoiceProps {
  readonly models: readonly Model[]
  /** Undefined: one that is not there. */
  readonly chosen: Model | undefined
}

/** The choice. */
export function ModelChoice({ models, chosen }: ModelChoiceProps) {
  const { t, language } = useLocale()
  const { history } = useRouter()
  if (useIsNarrow())
    return (
      <Select
        className={styles.choice}
        aria-label={t('shell.records')}
        value={chosen?.name ?? ''}
        onChange={(event) => history.push(accessPath({ model: event.target.value }))}
      >
        {chosen ? null : <option value="" />}
        {models.map(({ name, plural }) => (
          <option key={name} value={name}>
            {labelIn(plural, language)}
          </option>
        ))}
      </Select>
    )
  return (
    <nav className={styles.models} aria-label={t('shell.rights')}>
      <ul>
        {models.map(({ name, plural, icon }) => (
          <li key={name}>
            <Link
              to={accessPath({ model: name })}
              className={styles.link}
              aria-current={name === chosen?.name ? 'page' : undefined}
            >
              <Icon name={icon} />
              <bdi>{labelIn(plural, language)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
