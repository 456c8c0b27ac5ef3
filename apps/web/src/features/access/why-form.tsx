/** A question about a model: who, what, which record and which field; the address holds it, the answer stands below. */
import { rightsRoleText } from '@haykal/contract/rights-text'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ToldRights } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { SelectBox } from '@haykal/ui/select/select-box.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { foundRecordsOptions } from '../records/found-records.ts'
import { hasPage } from '../records/has-page.ts'
import styles from './access.module.css'
import { type Answered, foundPeopleOptions, whyOptions } from './access-options.ts'
import { type AccessAddress, accessPath, askedActs, questionOf } from './access-path.ts'
import { FindBox } from './find-box.tsx'
import { WhyAnswer } from './why-answer.tsx'

/** The properties of the question. */
export interface WhyFormProps {
  readonly model: Model
  /** Empty: not known yet. */
  readonly roles: readonly ToldRights[]
  readonly address: AccessAddress
}

const actTexts = { read: 'rights.read', create: 'rights.create', edit: 'rights.edit', remove: 'rights.remove' } as const

/** The question. */
export function WhyForm({ model, roles, address }: WhyFormProps) {
  const { t } = useLocale()
  const client = useClient()
  const { history } = useRouter()
  const question = questionOf(address, model.name)
  const answer = useQuery({
    ...whyOptions(client, question ?? { model: model.name, act: 'read', role: '' }),
    enabled: question !== undefined,
  })
  const { act = 'read' } = address
  const ask = (changes: AccessAddress) =>
    history.replace(accessPath({ ...address, model: model.name, act, ...changes }))
  const parts = { model, roles, address, ask, answered: question && answer.data }
  return (
    <section className={styles.ask} aria-label={t('rights.ask')}>
      <h2 className={styles.heading}>{t('rights.ask')}</h2>
      <div className={styles.question}>
        <WhoBox {...parts} />
        <FieldFrame label={t('rights.act')}>
          {(framed) => (
            <Select {...framed} value={act} onChange={(event) => ask({ act: actOf(event.target.value) })}>
              {askedActs.map((each) => (
                <option key={each} value={each}>
                  {t(actTexts[each])}
                </option>
              ))}
            </Select>
          )}
        </FieldFrame>
        {hasPage(model) && act !== 'create' && <RecordBox {...parts} />}
        {act !== 'remove' && <FieldSelect {...parts} />}
      </div>
      {question && <WhyAnswer answer={answer} />}
    </section>
  )
}

function actOf(text: string) {
  return askedActs.find((each) => each === text) ?? 'read'
}

interface PartProps extends WhyFormProps {
  readonly ask: (changes: AccessAddress) => void
  /** The answer that is shown, perhaps still of the question before; undefined: there is none yet. */
  readonly answered: Answered | undefined
}

const rolePrefix = 'role '

/** Whoever is asked about: a role, or a person by name. */
function WhoBox({ roles, address, ask, answered }: PartProps) {
  const { t, locale } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const named = roles.map((rights) => ({ id: rolePrefix + rights.role, text: rightsRoleText({ t, locale }, rights) }))
  const chosen = address.person ?? (address.role === undefined ? undefined : rolePrefix + address.role)
  const person = answered?.question.person === address.person ? answered?.reply.person?.name : undefined
  const role = named.find(({ id }) => id === chosen)?.text ?? address.role
  return (
    <FieldFrame label={t('rights.who')}>
      {(framed) => (
        <FindBox
          framed={framed}
          label={t('rights.who')}
          chosen={chosen}
          chosenText={(address.person === undefined ? role : person) ?? ''}
          placeholder={t('rights.whoFind')}
          find={(text) => ({
            queryKey: ['access', 'who', text, named.map(({ text: name }) => name)],
            queryFn: async () => {
              const people = await queries.fetchQuery(foundPeopleOptions(client, text))
              const offered = named.filter((each) => foldText(each.text).includes(foldText(text)))
              return [...offered, ...people.map(({ id, name }) => ({ id, text: name }))]
            },
          })}
          onChoose={({ id }) =>
            ask(
              id.startsWith(rolePrefix)
                ? { person: undefined, role: id.slice(rolePrefix.length) }
                : { person: id, role: undefined },
            )
          }
          onClear={() => ask({ person: undefined, role: undefined })}
        />
      )}
    </FieldFrame>
  )
}

/** The record that is asked about; none: any. */
function RecordBox({ model, address, ask, answered }: PartProps) {
  const { t, language } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const label = labelIn(model.label, language)
  const title = answered?.question.id === address.id ? answered?.reply.title : undefined
  return (
    <FieldFrame label={<bdi>{label}</bdi>}>
      {(framed) => (
        <FindBox
          framed={framed}
          label={label}
          chosen={address.id}
          chosenText={title ?? address.id ?? ''}
          placeholder={t('rights.anyRecord')}
          find={(text) => ({
            queryKey: ['access', 'record', model.name, text],
            queryFn: async () => {
              const found = await queries.fetchQuery(foundRecordsOptions(client, { model }, text))
              return found.map(({ id, title }) => ({ id, text: title }))
            },
          })}
          onChoose={({ id }) => ask({ id })}
          onClear={() => ask({ id: undefined })}
        />
      )}
    </FieldFrame>
  )
}

/** The field that is asked about; none: the record as a whole. */
function FieldSelect({ model, address, ask }: PartProps) {
  const { t, language } = useLocale()
  return (
    <SelectBox
      label={t('rights.field')}
      none={t('rights.anyField')}
      options={model.fields.map(({ name, label }) => ({ value: name, text: labelIn(label, language) }))}
      value={address.field}
      onChoose={(field) => ask({ field })}
    />
  )
}
