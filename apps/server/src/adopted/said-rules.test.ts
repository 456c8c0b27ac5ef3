// Rules of an adopted database, put into effect whatever its tables are called.
import { createAccess } from '@haykal/access'
import { fieldKinds, text } from '@haykal/fields'
import { defineModel, resolveModels } from '@haykal/model'
import { expect, it } from 'vitest'
import { rulesIn, standingRules } from './said-rules.ts'

it.each(['__proto__', 'constructor', 'toString'])('holds for a table called %s', (name) => {
  const models = resolveModels([defineModel({ name, fields: { title: text() } })], { kinds: fieldKinds })
  const kept = rulesIn(
    JSON.parse(`{ "byModel": { "${name}": { "reader": { "read": false } } }, "known": ["${name}"] }`),
  )
  const { rules, troubles } = standingRules(models, kept)
  expect(troubles).toEqual([])
  const access = createAccess(models, rules)
  expect(access.for({ id: '1', role: 'reader' }).model(name)).toBeUndefined()
  expect(access.for({ id: '1', role: 'editor' }).model(name)).toBeDefined()
})
