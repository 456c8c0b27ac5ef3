/** The inputs of a person: name, address, role, groups, and what the project asks, each by the input of its kind. */
import type { PeopleAbout } from '@haykal/contract'
import { fieldKinds } from '@haykal/fields'
import { inputOf } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, type ModelField, resolveToldModels } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useMemo } from 'react'
import { roleText } from './role-text.ts'
import type { PersonForm } from './use-person-form.ts'

/** The properties of the inputs. */
export interface PersonFieldsProps {
  readonly form: PersonForm
  readonly about: PeopleAbout
  readonly isDisabled: boolean
}

/** The inputs. */
export function PersonFields({ form, about, isDisabled }: PersonFieldsProps) {
  const { t, language } = useLocale()
  const { draft, change, problemsOf } = form
  const { groups, attributes } = useFields(about)
  const words = { t, language, roles: about.roles }
  const names = about.roles.map(({ name }) => name)
  const required = t('field.required')
  return (
    <>
      <FieldFrame label={t('people.name')} required={required} problems={problemsOf('name')}>
        {(framed) => (
          <TextInput
            {...framed}
            value={draft.name}
            autoComplete="off"
            disabled={isDisabled}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('people.email')} required={required} problems={problemsOf('email')}>
        {(framed) => (
          <TextInput
            {...framed}
            type="email"
            dir="ltr"
            value={draft.email}
            autoComplete="off"
            disabled={isDisabled}
            onChange={(event) => change({ email: event.target.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('people.role')} required={required} problems={problemsOf('role')}>
        {(framed) => (
          <Select
            {...framed}
            value={draft.role}
            disabled={isDisabled}
            onChange={(event) => change({ role: event.target.value })}
          >
            {(names.includes(draft.role) ? names : [draft.role, ...names]).map((name) => (
              <option key={name} value={name}>
                {roleText(words, name)}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      {groups && (
        <OneField
          field={groups}
          label={t('people.groups')}
          help={t('roster.groupsHelp')}
          value={draft.groups.length === 0 ? null : draft.groups}
          onChange={(value) => change({ groups: Array.isArray(value) ? value.map(String) : [] })}
          {...{ form, isDisabled }}
        />
      )}
      {attributes.map((field) => (
        <OneField
          key={field.name}
          field={field}
          label={labelIn(field.label, language)}
          help={field.options.help === undefined ? undefined : labelIn(field.options.help, language)}
          value={draft.attributes[field.name] ?? null}
          onChange={(value) => form.changeAttribute(field.name, value)}
          {...{ form, isDisabled }}
        />
      ))}
    </>
  )
}

interface OneFieldProps {
  readonly field: ModelField
  readonly label: string
  readonly help: string | undefined
  readonly value: Json
  readonly onChange: (value: Json) => void
  readonly form: PersonForm
  readonly isDisabled: boolean
}

function OneField({ field, label, help, value, onChange, form, isDisabled }: OneFieldProps) {
  const { t } = useLocale()
  const { Input } = inputOf(field)
  return (
    <FieldFrame
      label={<bdi>{label}</bdi>}
      help={help}
      problems={form.problemsOf(field.name)}
      required={field.isRequired ? t('field.required') : undefined}
    >
      {(framed) => (
        <Input
          {...framed}
          field={field}
          label={label}
          value={value}
          onChange={onChange}
          onFault={(fault) => form.fail(field.name, fault)}
          titles={noTitles}
          isDisabled={isDisabled}
        />
      )}
    </FieldFrame>
  )
}

const noTitles = {}

/** Groups are tags, and what a project asks of people are fields as those of any model. */
function useFields({ attributes }: PeopleAbout): {
  readonly groups: ModelField | undefined
  readonly attributes: readonly ModelField[]
} {
  return useMemo(() => {
    const groups = { kind: 'tags', maxTags: 50, maxLength: 60 }
    const fields = { id: { kind: 'integer', generated: true }, ...attributes, groups }
    const [model] = resolveToldModels([{ name: 'people', fields }], { kinds: fieldKinds }).all
    return {
      groups: model?.field('groups'),
      attributes: (model?.fields ?? []).filter((field) => Object.hasOwn(attributes, field.name)),
    }
  }, [attributes])
}
