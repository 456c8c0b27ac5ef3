/** The place beside the list where one person stands. */
import { useLocale } from '@haykal/messages/react'
import type { ReactNode } from 'react'
import { SidePanel } from '../screens/side-panel.tsx'
import { personLinkId } from './people-list.tsx'
import { type PeopleAddress, peoplePath } from './people-path.ts'

/** The properties of the place. */
export interface PersonSideProps {
  readonly title: string
  /** Of the page, with the person who is open. */
  readonly address: PeopleAddress
  readonly children: ReactNode
}

/** The place. */
export function PersonSide({ title, address, children }: PersonSideProps) {
  const { t } = useLocale()
  const { person = '', ...search } = address
  return (
    <SidePanel title={title} to={peoplePath(search)} back={t('roster.back')} openedBy={personLinkId(person)}>
      {children}
    </SidePanel>
  )
}
