/** What must hold of pages, whatever the data, the rule, the filter, the order and the size: for short runs and for long ones. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabases } from './empty-databases.ts'
import { randomOf } from './random-filter.ts'
import {
  keysOf,
  type ListGround,
  type Moment,
  momentOf,
  openListGround,
  randomList,
  stayedIn,
  stir,
  walk,
  wholeOf,
} from './walk-list.ts'

/** How much is tried. Another seed looks elsewhere: `HAYKAL_SEED=7`. */
export interface PagingRun {
  readonly seed: number
  /** Random lists on each engine. */
  readonly rounds: number
  /** Milliseconds that one engine may take. */
  readonly time: number
}

/** Declares the tests. */
export function describePaging({ seed, rounds, time }: PagingRun): void {
  describe.each(emptyDatabases('paging'))('pages on $name', ({ address }) => {
    let ground: ListGround
    beforeAll(async () => {
      ground = await openListGround(await address(), { random: randomOf(seed), things: 40 })
    }, 60_000)
    afterAll(async () => await ground?.database.close())

    test(
      'give, walked through from either end, exactly what the list gives in one piece',
      async () => {
        const walked = await eachList(rounds, async (list, whole) => {
          const limit = 1 + Math.floor(ground.random() * 12)
          const forwards = await walk(list, { limit, direction: 'forwards' })
          const backwards = await walk(list, { limit, direction: 'backwards' })
          expect({
            told: list.told,
            limit,
            forwards: keysOf(list.model, forwards),
            backwards: keysOf(list.model, backwards),
          }).toEqual({ told: list.told, limit, forwards: whole, backwards: whole })
        })
        expect(walked).toBeGreaterThan(rounds / 4)
      },
      time,
    )

    test(
      'begin at any row, with what is in front of it behind `prev`',
      async () => {
        await eachList(Math.ceil(rounds / 4), async (list, whole) => {
          const row = Math.floor(ground.random() * (whole.length + 2))
          const page = await list.records.list(list.model, { ...list.query, at: String(row), limit: 5 })
          const from = Math.min(row, whole.length)
          const shown = from < whole.length ? whole.slice(from, from + 5) : whole.slice(-5)
          expect({ told: list.told, row, keys: keysOf(list.model, page.data) }).toEqual({
            told: list.told,
            row,
            keys: shown,
          })
          expect(page.meta.prev === null).toBe(shown.length === 0 || shown[0] === whole[0])
          if (page.meta.prev === null) return
          const before = await list.records.list(list.model, { ...list.query, before: page.meta.prev, limit: 3 })
          const at = whole.indexOf(shown[0] ?? '')
          expect(keysOf(list.model, before.data)).toEqual(whole.slice(Math.max(0, at - 3), at))
        })
      },
      time,
    )

    // Last, as it changes what is there.
    test(
      'show nothing twice and miss nothing that stays, while records come, go and change',
      async () => {
        await eachList(Math.ceil(rounds / 2), async (list) => {
          const direction = ground.random() < 0.5 ? 'forwards' : 'backwards'
          const limit = 1 + Math.floor(ground.random() * 8)
          const moments: Moment[] = [await momentOf(ground, list)]
          const between = async () => {
            await stir(ground)
            moments.push(await momentOf(ground, list))
          }
          const shown = keysOf(list.model, await walk(list, { limit, direction, between }))
          const stayed = stayedIn(moments)
          const ofStayed = shown.filter((key) => stayed.includes(key))
          expect({ told: list.told, direction, limit, shown: ofStayed }).toEqual({
            told: list.told,
            direction,
            limit,
            shown: stayed,
          })
        })
      },
      time,
    )

    async function eachList(
      times: number,
      tryOne: (list: NonNullable<ReturnType<typeof randomList>>, whole: readonly string[]) => Promise<void>,
    ): Promise<number> {
      let tried = 0
      for (let round = 0; round < times; round += 1) {
        const list = randomList(ground)
        const whole = list && (await wholeOf(list))
        if (!list || !whole) continue
        tried += 1
        await tryOne(list, keysOf(list.model, whole.data))
      }
      return tried
    }
  })
}
