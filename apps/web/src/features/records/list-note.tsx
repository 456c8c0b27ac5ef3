/** Tells that a list could not be gone through in time, and what of it is here; to whoever can help it, that it was slow or will be. */
import { useLocale } from '@haykal/messages/react'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { Button, buttonClass, IconButton } from '@haykal/ui/button/button.tsx'
import { Link } from 'haykal/web'
import { useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { slowListsPath } from '../slow-lists/slow-lists-path.ts'
import type { RecordList } from './use-record-list.ts'

/** The note; nothing over a list of which there is nothing to say. */
export function ListNote({ list }: { readonly list: RecordList }) {
  const { t } = useLocale()
  const { canManagePeople } = useBoot()
  const [hidden, setHidden] = useState<string>()
  const { pages, question } = list
  const meta = pages?.[0]?.meta
  if (!meta || hidden === question) return null
  const { bounded, hint } = meta
  // Where the list goes on, more may be looked through than the first page was found among.
  const looked = pages?.at(-1)?.meta.bounded?.looked
  const text = bounded ? boundedText(t, { isSorted: bounded.isSorted, looked }) : hint && t(`bounded.${hint}`)
  if (text === undefined) return null
  const help = canManagePeople && (
    <Link to={slowListsPath} className={buttonClass({ variant: 'quiet' })}>
      {t('bounded.help')}
    </Link>
  )
  const act = bounded ? (
    <Button onClick={list.waitForWhole}>{t('bounded.whole')}</Button>
  ) : (
    <IconButton icon="close" label={t('app.close')} onClick={() => setHidden(question)} />
  )
  return (
    <Banner
      icon={bounded ? 'clock' : 'info'}
      action={
        <>
          {help}
          {act}
        </>
      }
    >
      <span role={bounded ? 'status' : undefined}>{text}</span>
    </Banner>
  )
}

function boundedText(
  t: ReturnType<typeof useLocale>['t'],
  { isSorted, looked }: { readonly isSorted: boolean; readonly looked: number | undefined },
): string | undefined {
  if (looked === undefined) return isSorted ? undefined : t('bounded.unsorted')
  return isSorted ? t('bounded.looked', { count: looked }) : t('bounded.both', { count: looked })
}
