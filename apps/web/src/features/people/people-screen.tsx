/** People: the list, and beside it (on a phone in its place) the person who is open. */
import { useLocale } from '@haykal/messages/react'
import { useTitle } from '../boot/use-title.ts'
import { useIsNarrow } from '../screens/use-is-narrow.ts'
import { NewPersonPanel } from './new-person-panel.tsx'
import styles from './people.module.css'
import { PeopleList } from './people-list.tsx'
import { newPerson, type PeopleAddress } from './people-path.ts'
import { PersonPanel } from './person-panel.tsx'

/** The screen. */
export function PeopleScreen({ address }: { readonly address: PeopleAddress }) {
  const { t } = useLocale()
  const isNarrow = useIsNarrow()
  useTitle(t('people.title'))
  const { person } = address
  return (
    <div className={styles.screen}>
      {(person === undefined || !isNarrow) && <PeopleList address={address} />}
      {person === newPerson && <NewPersonPanel address={address} />}
      {person !== undefined && person !== newPerson && <PersonPanel key={person} id={person} address={address} />}
    </div>
  )
}
