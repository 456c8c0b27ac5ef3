/** What stands in the place of a screen that failed: nothing else on the page goes with it. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'

/** The screen; `onRetry` tries to show it again. */
export function Crashed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useLocale()
  return (
    <Blank
      alert
      icon="alert"
      title={t('screen.crashTitle')}
      text={t('screen.crashText')}
      actions={<Button onClick={onRetry}>{t('screen.reload')}</Button>}
    />
  )
}
