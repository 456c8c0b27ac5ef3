/** Narrows the history of the project down: by person, list, field, means and days. */
import type { Actor } from '@haykal/contract'
import { changeMeans } from '@haykal/contract'
import { date, fieldKinds } from '@haykal/fields'
import { inputOf } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { defineModel, labelIn, resolveToldModels } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { SelectBox } from '@haykal/ui/select/select-box.tsx'
import { useState } from 'react'
import { useBoot, useModels } from '../boot/use-boot.ts'
import { useIsPhone } from '../records/use-is-phone.ts'
import { meansTexts } from './change-words.ts'
import styles from './changes.module.css'
import { type ChangesAddress, changedAddress } from './changes-path.ts'

/** The properties of the filter. */
export interface ChangesFilterProps {
  readonly address: ChangesAddress
  /** Whoever did what is listed now. */
  readonly people: readonly Actor[]
  readonly onChange: (address: ChangesAddress) => void
}

/** The filter; folded up on a phone, where what it filters would not be in sight. */
export function ChangesFilter(properties: ChangesFilterProps) {
  const { t } = useLocale()
  const isPhone = useIsPhone()
  const [isFoldedUp] = useState(Object.keys(properties.address).length === 0)
  if (!isPhone) return <Filters {...properties} />
  return (
    <details className={styles.folded} open={!isFoldedUp}>
      <summary>{t('changes.filter')}</summary>
      <Filters {...properties} />
    </details>
  )
}

function Filters({ address, people, onChange }: ChangesFilterProps) {
  const { t, language } = useLocale()
  const models = useModels()
  const model = models.get(address.model ?? '')
  const set = (changes: Parameters<typeof changedAddress>[1]) => onChange(changedAddress(address, changes))
  return (
    <search className={styles.filters} aria-label={t('changes.filter')}>
      <PersonSelect chosen={address.person} people={people} onChoose={(person) => set({ person })} />
      <SelectBox
        label={t('changes.model')}
        none={t('changes.anyModel')}
        options={models.all.map(({ name, plural }) => ({ value: name, text: labelIn(plural, language) }))}
        value={address.model}
        onChoose={(name) => set({ model: name })}
      />
      {model && (
        <SelectBox
          label={t('rights.field')}
          none={t('changes.anyField')}
          options={model.fields.map(({ name, label }) => ({ value: name, text: labelIn(label, language) }))}
          value={address.field}
          onChoose={(field) => set({ field })}
        />
      )}
      <SelectBox
        label={t('changes.means')}
        none={t('changes.anyMeans')}
        options={changeMeans.map((means) => ({ value: means, text: t(meansTexts[means]) }))}
        value={address.means}
        onChoose={(means) => set({ means })}
      />
      <DayBox part="from" day={address.from} onChange={(from) => set({ from })} />
      <DayBox part="to" day={address.to} onChange={(to) => set({ to })} />
    </search>
  )
}

interface PersonSelectProps {
  readonly chosen: string | undefined
  readonly people: readonly Actor[]
  readonly onChoose: (person: string | undefined) => void
}

/** Whoever was seen in the list since it was opened, and oneself. */
function PersonSelect({ chosen, people, onChoose }: PersonSelectProps) {
  const { t } = useLocale()
  const { person: me } = useBoot()
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(() => new Map())
  const news = people.filter(({ id }) => !seen.has(id))
  if (news.length > 0) {
    setSeen(new Map([...seen, ...news.map(({ id, name }) => [id, name ?? t('changes.formerPerson')] as const)]))
  }
  const others = [...seen].filter(([id]) => id !== me?.id)
  const isKnown = chosen === undefined || chosen === me?.id || seen.has(chosen)
  const options = [
    ...(me ? [{ value: me.id, text: t('changes.me', { name: me.name }) }] : []),
    ...others.map(([value, text]) => ({ value, text })),
    ...(isKnown ? [] : [{ value: chosen, text: t('changes.onePerson') }]),
  ]
  return (
    <SelectBox
      label={t('changes.person')}
      none={t('roster.everybody')}
      options={options}
      value={chosen}
      onChoose={onChoose}
    />
  )
}

interface DayBoxProps {
  readonly part: 'from' | 'to'
  readonly day: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** Days are filled in as everywhere: by a field of their kind. */
const [days] = resolveToldModels([defineModel({ name: 'days', title: 'day', fields: { day: date() } })], {
  kinds: fieldKinds,
}).all
const dayField = days?.field('day')

const dayTexts = { from: 'changes.from', to: 'changes.to' } as const

function DayBox({ part, day, onChange }: DayBoxProps) {
  const { t } = useLocale()
  if (!dayField) return null
  const { Input } = inputOf(dayField)
  const label = t(dayTexts[part])
  return (
    <FieldFrame label={label}>
      {(framed) => (
        <Input
          {...framed}
          // Taken away from outside, what was filled in goes as well.
          key={day === undefined ? 'none' : 'some'}
          field={dayField}
          label={label}
          value={day ?? null}
          titles={{}}
          onChange={(value) => onChange(typeof value === 'string' ? value : undefined)}
          onFault={() => undefined}
        />
      )}
    </FieldFrame>
  )
}
