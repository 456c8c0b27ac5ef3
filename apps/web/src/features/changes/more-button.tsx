/** Asks for the next page of changes, and says so when it does not come. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'

/** The pages as far as they are there. */
export interface MorePages {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly isFetchNextPageError: boolean
  readonly fetchNextPage: () => unknown
}

/** The button; nothing at the end. */
export function MoreButton({ pages }: { readonly pages: MorePages }) {
  const { t } = useLocale()
  if (!pages.hasNextPage) return null
  return (
    <p>
      <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {pages.isFetchNextPageError ? t('app.retry') : t('roster.more')}
      </Button>{' '}
      {pages.isFetchNextPageError && <span role="alert">{t('list.moreError')}</span>}
    </p>
  )
}
