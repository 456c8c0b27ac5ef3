/** Who may do what with an adopted database: every list, and beside them the place to say the rules of one. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { adoptionOptions } from '../adoption/adoption-options.ts'
import { useTitle } from '../boot/use-title.ts'
import { errorText } from '../problems/error-text.ts'
import { ScreenPlaceholder } from '../screens/screen-placeholder.tsx'
import { useIsNarrow } from '../screens/use-is-narrow.ts'
import styles from './rules.module.css'
import { RulesOverview } from './rules-overview.tsx'
import { RulesPanel } from './rules-panel.tsx'

/** The screen; `chosen` is the name of the model whose rules are said. */
export function RulesScreen({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useLocale()
  const { data: report, error, refetch } = useQuery(adoptionOptions(useClient()))
  const isNarrow = useIsNarrow()
  useTitle(t('rules.title'))
  if (!report && error) {
    return (
      <Blank
        alert
        level={1}
        icon="alert"
        title={t('adoption.errorTitle')}
        text={errorText(t, error)}
        actions={
          <Button icon="refresh" onClick={() => void refetch()}>
            {t('app.retry')}
          </Button>
        }
      />
    )
  }
  if (!report) return <ScreenPlaceholder />
  return (
    <div className={styles.screen}>
      {(chosen === undefined || !isNarrow) && <RulesOverview report={report} chosen={chosen} />}
      {chosen !== undefined && <RulesPanel key={chosen} name={chosen} />}
    </div>
  )
}
