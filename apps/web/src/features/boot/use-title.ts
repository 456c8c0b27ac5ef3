/** Names the browser's tab, and with it the entry in its history. */

import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { useEffect } from 'react'
import { announce } from '../shell/announcer.tsx'
import { useBoot } from './use-boot.ts'

/** The screen that was named last; readers say the first one by themselves, as that of a page that was loaded. */
let lastName: string | undefined

/** Sets the title of the document: the screen, then the project. A new screen is announced by its name. */
export function useTitle(name: string | undefined): void {
  const { t, language } = useLocale()
  const project = labelIn(useBoot().project.name, language)
  useEffect(() => {
    document.title = name === undefined ? project : t('app.of', { name, project })
    if (name !== undefined && lastName !== undefined && name !== lastName) announce(name)
    lastName = name ?? lastName
  }, [name, project, t])
}
