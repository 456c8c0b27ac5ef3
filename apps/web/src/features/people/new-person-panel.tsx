/** Makes a person, and hands out the address with which they set their password. */
import type { PeopleAbout, PersonLink } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { useRef, useState } from 'react'
import { errorText, problemsOf } from '../problems/error-text.ts'
import { LinkDialog } from './link-dialog.tsx'
import styles from './people.module.css'
import { aboutPeopleOptions, takePerson } from './people-options.ts'
import { type PeopleAddress, peoplePath } from './people-path.ts'
import type { PersonDraft } from './person-draft.ts'
import { PersonFields } from './person-fields.tsx'
import { PersonFoot } from './person-foot.tsx'
import { PersonSide } from './person-side.tsx'
import { usePersonForm } from './use-person-form.ts'

const empty: PersonDraft = { name: '', email: '', role: 'reader', groups: [], attributes: {} }

/** The panel. */
export function NewPersonPanel({ address }: { readonly address: PeopleAddress }) {
  const { t } = useLocale()
  const about = useQuery(aboutPeopleOptions(useClient())).data
  return (
    <PersonSide title={t('roster.new')} address={address}>
      {about && <NewPersonForm about={about} address={address} />}
    </PersonSide>
  )
}

interface Made {
  readonly id: string
  readonly name: string
  readonly link: PersonLink
}

function NewPersonForm({ about, address }: { readonly about: PeopleAbout; readonly address: PeopleAddress }) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const { history } = useRouter()
  const isDone = useRef(false)
  const [made, setMade] = useState<Made>()
  const create = useMutation({
    networkMode: 'always',
    mutationFn: (draft: PersonDraft) => {
      const given = Object.entries(draft.attributes).filter(([, value]) => value !== null)
      return client.call('createPerson', { body: { ...draft, attributes: Object.fromEntries(given) } })
    },
    onSuccess: ({ person, link }) => {
      isDone.current = true
      takePerson(queries, person)
      setMade({ id: person.id, name: person.name, link })
    },
  })
  const form = usePersonForm(empty, create.error)
  const submit = () => {
    if (!create.isPending && !form.isFaulty && form.changes > 0) create.mutate(form.draft)
  }
  const hasProblems = problemsOf(create.error).length > 0
  return (
    <form
      aria-label={t('roster.new')}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles.body}>
        <PersonFields form={form} about={about} isDisabled={create.isPending} />
      </div>
      <PersonFoot
        changes={form.changes}
        error={create.error && !hasProblems ? errorText(t, create.error) : undefined}
        isBusy={create.isPending}
        save={{ now: t('roster.create'), busy: t('roster.creating') }}
        onKey={submit}
        onDiscard={() => form.begin(empty)}
        isDone={isDone}
      />
      {made && (
        <LinkDialog
          name={made.name}
          link={made.link}
          onClose={() => history.replace(peoplePath({ ...address, person: made.id }))}
        />
      )}
    </form>
  )
}
