/** What an owner can do with a person's access: look as them, hand out an address, sign out, suspend, remove; asks before what hurts. */
import type { ListedPerson, PersonLink } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { useId, useState } from 'react'
import { errorText } from '../problems/error-text.ts'
import { AskDialog } from '../record/ask-dialog.tsx'
import { useIsNarrow } from '../screens/use-is-narrow.ts'
import { useViewAs } from '../viewing/use-viewing.ts'
import { LinkDialog } from './link-dialog.tsx'
import styles from './people.module.css'
import { dropPerson, takePerson } from './people-options.ts'
import { type PeopleAddress, peoplePath } from './people-path.ts'

/** The properties of the acts. */
export interface PersonActsProps {
  readonly person: ListedPerson
  readonly address: PeopleAddress
}

type Question = 'endSessions' | 'suspend' | 'remove'

/** The acts. */
export function PersonActs({ person, address }: PersonActsProps) {
  const { t } = useLocale()
  const id = useId()
  // One step below the name of the person, which is the first heading where the panel stands alone.
  const Heading = useIsNarrow() ? 'h2' : 'h3'
  const { name } = person
  const [asking, setAsking] = useState<Question>()
  const [link, setLink] = useState<PersonLink>()
  const acts = useActs({ person, address, onLink: setLink })
  const viewAs = useViewAs()
  const isBusy = acts.isPending || viewAs.isPending
  const questions = {
    endSessions: {
      title: t('people.endSessionsTitle', { name }),
      text: t('people.endSessionsText'),
      confirm: t('people.endSessions'),
    },
    suspend: {
      title: t('people.suspendTitle', { name }),
      text: t('people.suspendText'),
      confirm: t('people.suspend'),
    },
    remove: { title: t('people.removeTitle', { name }), text: t('people.removeText'), confirm: t('people.remove') },
  } as const
  return (
    <section className={styles.acts} aria-labelledby={id}>
      <Heading id={id} className={styles.heading}>
        {t('people.acts')}
      </Heading>
      <div className={styles.act}>
        <Button icon="eye" disabled={isBusy} onClick={() => viewAs.mutate({ person: person.id })}>
          {t('people.viewAs')}
        </Button>
        <p>{t('people.viewAsText', { name })}</p>
      </div>
      {person.suspendedAt === null && (
        <div className={styles.act}>
          <Button icon="key" disabled={isBusy} onClick={() => acts.mutate('reset')}>
            {person.hasPassword ? t('people.reset') : t('people.resetFirst')}
          </Button>
          {person.hasPassword && <p>{t('people.resetText', { name })}</p>}
        </div>
      )}
      <div className={styles.buttons}>
        {person.suspendedAt === null ? (
          <>
            <Button icon="signOut" disabled={isBusy} onClick={() => setAsking('endSessions')}>
              {t('people.endSessions')}
            </Button>
            <Button variant="danger" icon="lock" disabled={isBusy} onClick={() => setAsking('suspend')}>
              {t('people.suspend')}
            </Button>
          </>
        ) : (
          <Button icon="unlock" disabled={isBusy} onClick={() => acts.mutate('resume')}>
            {t('people.resume')}
          </Button>
        )}
        <Button variant="danger" icon="trash" disabled={isBusy} onClick={() => setAsking('remove')}>
          {t('people.remove')}
        </Button>
      </div>
      {asking && (
        <AskDialog
          {...questions[asking]}
          onConfirm={() => {
            setAsking(undefined)
            acts.mutate(asking)
          }}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {link && <LinkDialog name={name} link={link} onClose={() => setLink(undefined)} />}
    </section>
  )
}

interface ActsOptions extends PersonActsProps {
  readonly onLink: (link: PersonLink) => void
}

/** Does one of the acts, and tells what was done or why not. */
function useActs({ person: { id, name }, address, onLink }: ActsOptions) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const { history } = useRouter()
  const path = { id }
  const acts: { readonly [act in Question | 'resume' | 'reset']: () => Promise<string | undefined> } = {
    async reset() {
      onLink((await client.call('resetPassword', { path })).link)
      return undefined
    },
    async endSessions() {
      await client.call('endSessions', { path })
      return t('people.endedSessions', { name })
    },
    async suspend() {
      takePerson(queries, (await client.call('suspendPerson', { path })).person)
      return t('people.suspendedDone', { name })
    },
    async resume() {
      takePerson(queries, (await client.call('resumePerson', { path })).person)
      return t('people.resumed', { name })
    },
    async remove() {
      await client.call('removePerson', { path })
      const { person: _, ...search } = address
      history.replace(peoplePath(search))
      dropPerson(queries, id)
      return t('people.removed', { name })
    },
  }
  return useMutation({
    networkMode: 'always',
    mutationFn: (act: keyof typeof acts) => acts[act](),
    onSuccess: (text) => text !== undefined && showToast({ text }),
    onError: (error) => showToast({ text: errorText(t, error) }),
  })
}
