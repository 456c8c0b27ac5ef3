/** One person: what is kept of them, to be changed, and below it what can be done with their access. */
import type { ListedPerson, PeopleAbout } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { errorCode, errorText, problemsOf } from '../problems/error-text.ts'
import styles from './people.module.css'
import { aboutPeopleOptions, personOptions, takePerson } from './people-options.ts'
import type { PeopleAddress } from './people-path.ts'
import { PersonActs } from './person-acts.tsx'
import { draftOf, type PersonDraft, type PersonEdit } from './person-draft.ts'
import { PersonFields } from './person-fields.tsx'
import { PersonFoot } from './person-foot.tsx'
import { PersonSide } from './person-side.tsx'
import { usePersonForm } from './use-person-form.ts'

/** The properties of the panel. */
export interface PersonPanelProps {
  readonly id: string
  readonly address: PeopleAddress
}

/** The panel. */
export function PersonPanel({ id, address }: PersonPanelProps) {
  const { t } = useLocale()
  const client = useClient()
  const { data: person, error, refetch } = useQuery(personOptions(client, id))
  const about = useQuery(aboutPeopleOptions(client)).data
  const isGone = errorCode(error) === 'not_found'
  return (
    <PersonSide title={person?.name ?? t('people.title')} address={address}>
      {person && about ? (
        <PersonForm person={person} about={about} address={address} />
      ) : error ? (
        <Blank
          alert
          icon={isGone ? 'search' : 'alert'}
          title={isGone ? t('roster.gone') : t('roster.errorTitle')}
          text={isGone ? undefined : errorText(t, error)}
          actions={
            isGone ? undefined : (
              <Button icon="refresh" onClick={() => void refetch()}>
                {t('app.retry')}
              </Button>
            )
          }
        />
      ) : (
        <div className={styles.body} aria-busy="true">
          <Skeleton />
          <Skeleton />
        </div>
      )}
    </PersonSide>
  )
}

interface PersonFormProps {
  readonly person: ListedPerson
  readonly about: PeopleAbout
  readonly address: PeopleAddress
}

function PersonForm({ person, about, address }: PersonFormProps) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const [mine, setMine] = useState<Partial<PersonDraft>>()
  const kept = draftOf(person)
  const edit = useMutation({
    networkMode: 'always',
    mutationFn: (body: PersonEdit) => client.call('editPerson', { path: { id: person.id }, body }),
    onSuccess: ({ person: saved }) => {
      takePerson(queries, saved)
      form.begin(draftOf(saved))
      setMine(undefined)
      showToast({ text: t('roster.saved', { name: saved.name }) })
    },
    onError: async (error, { values }) => {
      if (errorCode(error) !== 'conflict') return
      const theirs = await queries.fetchQuery({ ...personOptions(client, person.id), staleTime: 0 })
      const { attributes, ...others } = values
      setMine({ ...others, ...(attributes && { attributes: { ...theirs.attributes, ...attributes } }) })
      form.begin(draftOf(theirs))
      edit.reset()
    },
  })
  const form = usePersonForm(kept, edit.error)
  const submit = () => {
    if (!edit.isPending && !form.isFaulty && form.changes > 0) edit.mutate(form.edit)
  }
  const hasProblems = problemsOf(edit.error).length > 0
  return (
    <form
      aria-label={person.name}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles.body}>
        {mine && (
          <div className={styles.notice} role="alert">
            <p>{t('roster.conflict')}</p>
            <Button
              onClick={() => {
                form.change(mine)
                setMine(undefined)
              }}
            >
              {t('roster.takeMine')}
            </Button>
          </div>
        )}
        {person.suspendedAt !== null && (
          <p className={styles.notice}>
            {t('roster.suspended')}. {t('roster.suspendedText')}
          </p>
        )}
        <PersonFields form={form} about={about} isDisabled={edit.isPending} />
        <PersonActs person={person} address={address} />
      </div>
      <PersonFoot
        changes={form.changes}
        error={edit.error && !hasProblems ? errorText(t, edit.error) : undefined}
        isBusy={edit.isPending}
        onKey={submit}
        onDiscard={() => {
          form.begin(kept)
          edit.reset()
        }}
      />
    </form>
  )
}
