// Names in the document: plain, and each only once.
import { fieldKinds, text } from '@haykal/fields'
import { type ModelDefinition, resolveModels } from '@haykal/model'
import { expect, it } from 'vitest'
import { createNames } from './names.ts'

function namesOf(definitions: readonly Pick<ModelDefinition, 'name' | 'label'>[]): string[] {
  const models = resolveModels(
    definitions.map((definition) => ({ ...definition, fields: { name: text() } })),
    { kinds: fieldKinds },
  )
  const names = createNames(models.all, ['Problem', 'Person'])
  return models.all.map((model) => `${names.of(model).schema} ${names.of(model).plural}`)
}

it('makes names from what a model is called', () => {
  const models = [
    { name: 'orders', label: { en: 'Order', ar: 'طلب' } },
    { name: 'invoice_line' },
    { name: 'MediaType' },
  ]
  expect(namesOf(models)).toEqual(['Order Orders', 'InvoiceLine InvoiceLine', 'MediaType MediaType'])
})

it('gives no name twice, and none that the document uses itself', () => {
  const models = [{ name: 'a b' }, { name: 'a_b' }, { name: 'person' }, { name: 'new a b' }, { name: 'a b edit' }]
  const names = namesOf(models)
  expect(names).toEqual(['AB AB', 'AB2 AB2List', 'Person2 Person', 'NewAB3 NewAB', 'ABEdit2 ABEdit'])
})

it('finds a name where there are no plain letters', () => {
  expect(namesOf([{ name: 'العملاء' }, { name: '2024' }, { name: 'Größe' }])).toEqual([
    'Record RecordList',
    'Model2024 Model2024',
    'GroE GroE',
  ])
})
