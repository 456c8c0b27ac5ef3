// The power is cut at five hundred points of a run, and at hundreds of others of runs in which a sync fails.
import { expect, it } from 'vitest'
import { cutPower } from '../../../testing/disk-faults/cut-power.ts'
import { whyNoDiskFaults } from '../../../testing/disk-faults/disk-faults.ts'

const obstacle = whyNoDiskFaults()

it('loses nothing at five hundred points, and breaks no file', async ({ skip }) => {
  if (obstacle !== undefined) return skip(obstacle)
  const { findings, ...figures } = await cutPower({ writes: 20_000, cuts: 500, seed: 7 })
  console.log(JSON.stringify(figures))
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ cuts: 500, acknowledged: 20_000 })
  expect(figures.syncsOfFile).toBeGreaterThanOrEqual(6)
})

it.for([5, 30, 60, 120, 240])('loses nothing when sync %i has failed', async (failSyncAt, { skip }) => {
  if (obstacle !== undefined) return skip(obstacle)
  const { findings, failedSyncs } = await cutPower({
    writes: 2500,
    cuts: 100,
    seed: failSyncAt,
    faults: { failSyncAt },
  })
  expect(findings).toEqual([])
  expect(failedSyncs).toBe(1)
})
