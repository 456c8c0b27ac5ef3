/** What stands at an address without anything behind it, or with something that this person may not know of. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Link } from '@tanstack/react-router'
import { useTitle } from '../boot/use-title.ts'

/** The screen. */
export function NotFound() {
  const { t } = useLocale()
  const title = t('screen.notFoundTitle')
  useTitle(title)
  return (
    <Blank
      level={1}
      icon="search"
      title={title}
      text={t('screen.notFoundText')}
      actions={
        <Link to="/" className={buttonClass()}>
          {t('screen.toHome')}
        </Link>
      }
    />
  )
}
