/** Tells that a model of an adopted database is read-only, and lets its owner open it for editing. */
import type { BootModel } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { lazy, Suspense, useState } from 'react'

const UnlockDialog = lazy(async () => ({ default: (await import('./unlock-dialog.tsx')).UnlockDialog }))

/** The properties of the banner. */
export interface LockedBannerProps {
  readonly model: Model
  readonly access: BootModel
}

/** The banner; nothing over a model that is open. */
export function LockedBanner({ model, access }: LockedBannerProps) {
  const { t } = useLocale()
  const [isAsking, setAsking] = useState(false)
  if (access.closed === undefined) return null
  const texts = {
    locked: access.canUnlock ? t('list.readOnly') : t('list.readOnlyAsk'),
    'read-only-file': t('list.readOnlyFile'),
    'no-key': t('list.readOnlyNoKey'),
  }
  const action = access.closed === 'locked' && access.canUnlock && (
    <Button icon="unlock" onClick={() => setAsking(true)}>
      {t('unlock.open')}
    </Button>
  )
  return (
    <>
      <Banner icon="lock" action={action}>
        {texts[access.closed]}
      </Banner>
      <Suspense>{isAsking && <UnlockDialog model={model} onClose={() => setAsking(false)} />}</Suspense>
    </>
  )
}
