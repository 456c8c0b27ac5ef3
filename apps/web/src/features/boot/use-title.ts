/** Names the browser's tab, and with it the entry in its history. */

import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { useEffect } from 'react'
import { useBoot } from './use-boot.ts'

/** Sets the title of the document: the screen, then the project. */
export function useTitle(name: string | undefined): void {
  const { t, language } = useLocale()
  const project = labelIn(useBoot().project.name, language)
  useEffect(() => {
    document.title = name === undefined ? project : t('app.of', { name, project })
  }, [name, project, t])
}
