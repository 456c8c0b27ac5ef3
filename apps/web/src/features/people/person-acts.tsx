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
      title: t('roster.endSessionsTitle', { name }),
      text: t('roster.endSessionsText'),
      confirm: t('roster.endSessions'),
    },
    suspend: {
      title: t('roster.suspendTitle', { name }),
      text: t('roster.suspendText'),
      confirm: t('roster.suspend'),
    },
    remove: { title: t('roster.removeTitle', { name }), text: t('roster.removeText'), confirm: t('roster.remove') },
  } as const
  return (
    <section className={styles.acts} aria-labelledby={id}>
      <Heading id={id} className={styles.heading}>
        {t('roster.acts')}
      </Heading>
      <div className={styles.act}>
        <Button icon="eye" disabled={isBusy} onClick={() => viewAs.mutate({ person: person.id })}>
          {t('roster.viewAs')}
        </Button>
        <p>{t('roster.viewAsText', { name })}</p>
      </div>
      {person.suspendedAt === null && (
        <div className={styles.act}>
          <Button icon="key" disabled={isBusy} onClick={() => acts.mutate('reset')}>
            {person.hasPassword ? t('roster.reset') : t('roster.resetFirst')}
          </Button>
          {person.hasPassword && <p>{t('roster.resetText', { name })}</p>}
        </div>
      )}
      <div className={styles.buttons}>
        {person.suspendedAt === null ? (
          <>
            <Button icon="signOut" disabled={isBusy} onClick={() => setAsking('endSessions')}>
              {t('roster.endSessions')}
            </Button>
            <Button variant="danger" icon="lock" disabled={isBusy} onClick={() => setAsking('suspend')}>
              {t('roster.suspend')}
            </Button>
          </>
        ) : (
          <Button icon="unlock" disabled={isBusy} onClick={() => acts.mutate('resume')}>
            {t('roster.resume')}
          </Button>
        )}
        <Button variant="danger" icon="trash" disabled={isBusy} onClick={() => setAsking('remove')}>
          {t('roster.remove')}
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
      return t('roster.endedSessions', { name })
    },
    async suspend() {
      takePerson(queries, (await client.call('suspendPerson', { path })).person)
      return t('roster.suspendedDone', { name })
    },
    async resume() {
      takePerson(queries, (await client.call('resumePerson', { path })).person)
      return t('roster.resumed', { name })
    },
    async remove() {
      await client.call('removePerson', { path })
      const { person: _, ...search } = address
      history.replace(peoplePath(search))
      dropPerson(queries, id)
      return t('roster.removed', { name })
    },
  }
  return useMutation({
    networkMode: 'always',
    mutationFn: (act: keyof typeof acts) => acts[act](),
    onSuccess: (text) => text !== undefined && showToast({ text }),
    onError: (error) => showToast({ text: errorText(t, error) }),
  })
}
