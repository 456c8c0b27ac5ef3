/** Tells over every screen that an adopted database is out of reach, and that everything comes back by itself. */
import { useLocale } from '@haykal/messages/react'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { useBoot } from '../boot/use-boot.ts'
import { troubleText } from '../problems/trouble-text.ts'

/** The banner; nothing while there is no trouble. */
export function TroubleBanner() {
  const { t } = useLocale()
  const { trouble } = useBoot()
  if (trouble === undefined) return null
  return (
    <Banner icon="alert" tone="bad">
      {troubleText(t, trouble)}
    </Banner>
  )
}
