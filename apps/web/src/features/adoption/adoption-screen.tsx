/** What became of an adopted database: every list and everything that is none, and beside them the place to correct one. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useTitle } from '../boot/use-title.ts'
import { errorText } from '../problems/error-text.ts'
import { ScreenPlaceholder } from '../screens/screen-placeholder.tsx'
import { useIsNarrow } from '../screens/use-is-narrow.ts'
import styles from './adoption.module.css'
import { adoptionOptions } from './adoption-options.ts'
import { AdoptionOverview } from './adoption-overview.tsx'
import { CorrectionPanel } from './correction-panel.tsx'

/** The screen; `chosen` is the name of the model that is corrected. */
export function AdoptionScreen({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useLocale()
  const { data: report, error, refetch } = useQuery(adoptionOptions(useClient()))
  const isNarrow = useIsNarrow()
  useTitle(t('adoption.title'))
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
      {(chosen === undefined || !isNarrow) && <AdoptionOverview report={report} chosen={chosen} />}
      {chosen !== undefined && <CorrectionPanel key={chosen} report={report} name={chosen} />}
    </div>
  )
}
