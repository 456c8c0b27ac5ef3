/** Tells over every screen that an owner looks as somebody else, with the way back. */
import type { ViewedAs } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { roleText } from '../people/role-text.ts'
import { useStopViewing } from './use-viewing.ts'

/** The bar. */
export function ViewingBar({ viewing }: { readonly viewing: ViewedAs }) {
  const { t, language } = useLocale()
  const stop = useStopViewing()
  const { role, name = role && roleText({ t, language, roles: [role] }, role.name) } = viewing
  return (
    <Banner
      icon="eye"
      tone="warn"
      action={
        <Button disabled={stop.isPending} onClick={() => stop.mutate()}>
          {t('people.stopViewing')}
        </Button>
      }
    >
      {t('people.viewing', { name: name ?? '' })}
    </Banner>
  )
}
