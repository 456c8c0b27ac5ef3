/** Tells that the records of an adopted database are read-only and why; lets their owner open them for editing, or see what would help. */
import type { BootModel, RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Link } from 'haykal/web'
import { Suspense, useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { withTexts } from '../preferences/shown-preferences.ts'
import { lazyPart } from '../screens/lazy-part.ts'
import { adoptionPath } from '../shell/navigation.ts'

const UnlockDialog = lazyPart(withTexts(async () => ({ default: (await import('./unlock-dialog.tsx')).UnlockDialog })))

/** What lies in the table itself; the page about the database says more of it. */
const ofTheTable: ReadonlySet<string> = new Set(['no-key', 'view', 'virtual', 'same-key'])

/** The properties of the banner. */
export interface LockedBannerProps {
  readonly model: Model
  readonly access: BootModel
  /** What is in the way of the one record that is shown; absent: nothing. */
  readonly recordClosed?: RecordReply['meta']['closed']
}

/** The banner; nothing over a model that is open. */
export function LockedBanner({ model, access, recordClosed }: LockedBannerProps) {
  const { t } = useLocale()
  const [isAsking, setAsking] = useState(false)
  const { canCorrect, trouble } = useBoot()
  const closed = access.closed ?? recordClosed
  // While nothing can be read, what else is in the way of editing matters to nobody.
  if (closed === undefined || trouble !== undefined) return null
  const texts = {
    locked: access.canUnlock ? t('locked.readOnly') : t('locked.ask'),
    'read-only-file': t('locked.file'),
    'no-key': t('locked.noKey'),
    view: t('locked.view'),
    virtual: t('locked.virtual'),
    'same-key': t('locked.sameKey'),
  }
  const unlock = closed === 'locked' && access.canUnlock && (
    <Button icon="unlock" onClick={() => setAsking(true)}>
      {t('unlock.open')}
    </Button>
  )
  const why = canCorrect && ofTheTable.has(closed) && (
    <Link to={adoptionPath(model.name)} className={buttonClass({ variant: 'quiet' })}>
      {t('locked.why')}
    </Link>
  )
  return (
    <>
      <Banner icon="lock" action={unlock || why}>
        {texts[closed]}
      </Banner>
      <Suspense>{isAsking && <UnlockDialog model={model} onClose={() => setAsking(false)} />}</Suspense>
    </>
  )
}
