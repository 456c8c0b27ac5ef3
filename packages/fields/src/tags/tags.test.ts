import { defineModel, parseDraft, resolveModels } from '@haykal/model'
import { expect, test } from 'vitest'
import { fieldKinds } from '../field-kinds.ts'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { tags, tagsKind } from './tags.ts'
import { tagsExamples } from './tags-examples.ts'

describeFieldKind(tagsKind, tagsExamples)

test('are no value where there is none of them, which a field that needs one refuses', () => {
  const definition = defineModel({ name: 'things', fields: { free: tags(), needed: tags({ required: true }) } })
  const model = resolveModels([definition], { kinds: fieldKinds }).get('things')
  const draft = model && parseDraft(model, { free: [' '], needed: [] }, { purpose: 'create', now: new Date(0) })
  expect(draft).toMatchObject({ ok: false, problems: [{ pointer: '/values/needed', code: 'required' }] })
  expect(model && parseDraft(model, { free: [] }, { purpose: 'edit', now: new Date(0) })).toEqual({
    ok: true,
    values: { free: null },
  })
})
