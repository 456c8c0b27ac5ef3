/** The start for a person who may see no list: everyone else begins in their first one. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { useTitle } from '../boot/use-title.ts'

/** The screen. */
export function HomeScreen() {
  const { t } = useLocale()
  useTitle(t('home.title'))
  return <Blank level={1} icon="home" title={t('home.emptyTitle')} text={t('home.emptyText')} />
}
