/** Who may do what: the models at the side, the rules of the chosen one role by role, and a question about it. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { errorText } from '../problems/error-text.ts'
import styles from './access.module.css'
import { rightsOptions } from './access-options.ts'
import type { AccessAddress } from './access-path.ts'
import { ModelChoice } from './model-choice.tsx'
import { RoleRights } from './role-rights.tsx'
import { WhyForm } from './why-form.tsx'

/** The screen. */
export function AccessScreen({ address }: { readonly address: AccessAddress }) {
  const { t } = useLocale()
  const { all } = useModels()
  const model = all.find(({ name }) => name === address.model) ?? (address.model === undefined ? all[0] : undefined)
  useTitle(t('shell.rights'))
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('shell.rights')}</h1>
        <p className={styles.text}>{t('rights.text')}</p>
      </header>
      <ModelChoice models={all} chosen={model} />
      {model ? (
        <ModelRights key={model.name} model={model} address={address} />
      ) : (
        <Blank icon="search" title={all.length === 0 ? t('home.emptyTitle') : t('rights.gone')} />
      )}
    </div>
  )
}

interface ModelRightsProps {
  readonly model: Model
  readonly address: AccessAddress
}

/** One model: the question about it, then its rules. */
function ModelRights({ model, address }: ModelRightsProps) {
  const { t, language } = useLocale()
  const rights = useQuery(rightsOptions(useClient(), model.name))
  return (
    <div className={styles.model}>
      <WhyForm model={model} roles={rights.data ?? []} address={address} />
      <section aria-label={labelIn(model.plural, language)}>
        <h2 className={styles.heading}>
          <bdi>{labelIn(model.plural, language)}</bdi>
        </h2>
        {rights.data ? (
          <RoleRights roles={rights.data} />
        ) : rights.error ? (
          <Blank
            alert
            icon="alert"
            title={t('rights.errorTitle')}
            text={errorText(t, rights.error)}
            actions={
              <Button icon="refresh" onClick={() => void rights.refetch()}>
                {t('app.retry')}
              </Button>
            }
          />
        ) : rights.isPaused ? (
          <Blank icon="offline" title={t('list.offlineTitle')} text={t('list.offlineText')} />
        ) : (
          <div aria-busy="true" className={styles.waiting}>
            <Skeleton />
            <Skeleton />
            <Skeleton />
          </div>
        )}
      </section>
    </div>
  )
}
