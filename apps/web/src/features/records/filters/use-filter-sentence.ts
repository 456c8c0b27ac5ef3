/** A filter as one sentence, in the language of the person: what it asks, with the titles of the records that it names. */
import { conditionText } from '@haykal/contract/condition-text'
import { useLocale } from '@haykal/messages/react'
import {
  type Filter,
  type Json,
  type MeAttributes,
  type Mention,
  type Model,
  type ModelField,
  mentionsOf,
  parseRule,
  personAttributes,
  type RuleCondition,
  type Telling,
  tellCondition,
  unlimitedPaths,
} from '@haykal/model'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useMemo } from 'react'
import { useBoot, useModels } from '../../boot/use-boot.ts'
import { pointedTitleOptions } from '../pointed-title.ts'
import { pointerOf } from '../pointer.ts'
import { formattedText } from './value-text.ts'

/** The sentence; undefined for a filter that cannot be understood. */
export function useFilterSentence(model: Model, filter: Filter | undefined): string | undefined {
  const { t, locale, format } = useLocale()
  const models = useModels()
  const { person } = useBoot()
  const request = { client: useClient(), queries: useQueryClient() }
  const written = JSON.stringify(filter ?? {})
  const rule = useMemo(() => {
    const read = parseRule(JSON.parse(written) as Json, unlimitedPaths(model, models), attributesIn(written))
    return read.ok ? read.condition : undefined
  }, [model, models, written])
  const viewer = person && { id: person.id, role: person.role, me: { name: person.name, email: person.email } }
  const telling: Telling = {
    // What this person may not know of was not told to the browser.
    knows: (each) => each,
    attributes: personAttributes,
    ...(viewer && { viewer }),
    textOf: (field, value) => formattedText(field, value, format),
  }
  const mentions = rule ? mentionsOf(telling, { rule, model }) : []
  const titles = useQueries({
    queries: mentions.map(({ relation, value }) => pointedTitleOptions(request, pointerOf(relation, value, models))),
  })
  if (!rule) return undefined
  const titleOf = (field: ModelField, value: Json) => titles[indexOf(mentions, field, value)]?.data ?? undefined
  return textOf({ ...telling, titleOf }, rule)

  function textOf(told: Telling, condition: RuleCondition): string {
    return conditionText({ t, locale }, tellCondition(told, { rule: condition, model }))
  }
}

function indexOf(mentions: readonly Mention[], field: ModelField, value: Json): number {
  return mentions.findIndex((each) => each.relation === field && each.value === value)
}

/** Whatever a filter asks of whoever asks: the server knows what is known of people. */
function attributesIn(written: string): MeAttributes {
  const names = [...written.matchAll(/\$me\.(\w+)/g)].map(([, name = '']) => name)
  return { ...Object.fromEntries(names.map((name) => [name, { type: 'text' } as const])), ...personAttributes }
}
