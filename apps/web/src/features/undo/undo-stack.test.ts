import { beforeEach, expect, test } from 'vitest'
import {
  forgetAct,
  forgetActs,
  lastDone,
  lastUndone,
  rememberDone,
  rememberRedone,
  rememberUndone,
} from './undo-stack.ts'

const act = (changeSet: string) => ({ changeSet, text: `did ${changeSet}` })

beforeEach(forgetActs)

test('goes back from the last act to the first', () => {
  rememberDone(act('1'))
  rememberDone(act('2'))
  expect(lastDone()).toEqual(act('2'))
  rememberUndone('2', act('3'))
  expect(lastDone()).toEqual(act('1'))
  rememberUndone('1', act('4'))
  expect(lastDone()).toBeUndefined()
})

test('goes forth again to what was taken back last', () => {
  rememberDone(act('1'))
  rememberUndone('1', act('2'))
  expect(lastUndone()).toEqual(act('2'))
  rememberRedone('2', act('3'))
  expect(lastUndone()).toBeUndefined()
  expect(lastDone()).toEqual(act('3'))
})

test('does nothing again once something new was done', () => {
  rememberDone(act('1'))
  rememberUndone('1', act('2'))
  rememberDone(act('3'))
  expect(lastUndone()).toBeUndefined()
})

test('passes over an act that is out of reach', () => {
  rememberDone(act('1'))
  rememberDone(act('2'))
  forgetAct('2')
  expect(lastDone()).toEqual(act('1'))
})

test('keeps the last fifty', () => {
  for (let number = 1; number <= 60; number += 1) rememberDone(act(String(number)))
  for (let number = 60; number > 10; number -= 1) rememberUndone(String(number), act(`u${number}`))
  expect(lastDone()).toBeUndefined()
})
