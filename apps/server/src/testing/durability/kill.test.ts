// The server is killed while people write: whatever they were told is saved is there afterwards.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killWhileWriting } from './kill.ts'
import { makeAdoptedFile, makeOwnProject, type WrittenPlace } from './written-place.ts'

describe.each([
  ['a project of its own', makeOwnProject, false],
  ['an adopted file', makeAdoptedFile, false],
  ['an adopted file that another program writes into', makeAdoptedFile, true],
] as const)('%s', (_, make, hasForeignWriter) => {
  let place: WrittenPlace
  beforeAll(async () => {
    place = await make()
  })
  afterAll(() => place?.remove())

  it('loses nothing that was acknowledged, and is ready again at once', { timeout: 60_000 }, async () => {
    const report = await killWhileWriting(place, { rounds: 3, promises: 150, hasForeignWriter })
    expect(report.findings).toEqual([])
    expect(report.acknowledged).toBeGreaterThanOrEqual(450)
    expect(report.longestStart).toBeLessThan(3_000)
  })
})
