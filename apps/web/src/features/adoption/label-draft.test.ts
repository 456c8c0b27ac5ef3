import { describe, expect, test } from 'vitest'
import { labelWith, saidIn, tidyLabel } from './label-draft.ts'

const languages = ['en', 'ar']

describe('labelWith', () => {
  test('takes a text in the first language for all of them', () => {
    expect(labelWith(undefined, { language: 'en', text: 'Client', languages })).toBe('Client')
    expect(saidIn('Client', 'en', languages)).toBe('Client')
    expect(saidIn('Client', 'ar', languages)).toBe('')
  })

  test('takes a text in each', () => {
    const both = labelWith('Client', { language: 'ar', text: 'عميل', languages })
    expect(both).toEqual({ en: 'Client', ar: 'عميل' })
    expect(labelWith(both, { language: 'ar', text: '', languages })).toBe('Client')
  })

  test('says nothing when both are emptied', () => {
    expect(labelWith({ ar: 'عميل' }, { language: 'ar', text: '', languages })).toBeUndefined()
  })

  test('keeps the spaces while one types', () => {
    expect(labelWith('Late', { language: 'en', text: 'Late ', languages })).toBe('Late ')
  })
})

describe('tidyLabel', () => {
  test('lets English be as guessed where only Arabic was said', () => {
    expect(tidyLabel({ ar: 'عميل' }, 'Customer')).toEqual({ en: 'Customer', ar: 'عميل' })
  })

  test('keeps the languages of the guess that nothing was said for', () => {
    expect(tidyLabel('Client', { en: 'Customer', ar: 'عميل' })).toEqual({ en: 'Client', ar: 'عميل' })
  })

  test('is nothing where it says what was guessed', () => {
    expect(tidyLabel(' Customer ', 'Customer')).toBeUndefined()
    expect(tidyLabel({ en: 'Customer' }, 'Customer')).toBeUndefined()
    expect(tidyLabel({ ar: ' ' }, 'Customer')).toBeUndefined()
    expect(tidyLabel({ ar: 'عميل' }, { en: 'Customer', ar: 'عميل' })).toBeUndefined()
  })
})
