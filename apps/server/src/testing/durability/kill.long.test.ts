// The server is killed twenty times while eight people write.
import { expect, it } from 'vitest'
import { killWhileWriting } from './kill.ts'
import { makeAdoptedFile, makeOwnProject } from './written-place.ts'

it.each([
  ['a project of its own', makeOwnProject, false],
  ['an adopted file', makeAdoptedFile, false],
  ['an adopted file that another program writes into', makeAdoptedFile, true],
] as const)('loses none of twenty thousand acknowledged writes of %s', async (_, make, hasForeignWriter) => {
  const place = await make()
  try {
    const { findings, ...figures } = await killWhileWriting(place, { rounds: 20, promises: 1_050, hasForeignWriter })
    console.log(JSON.stringify(figures))
    expect(findings).toEqual([])
    expect(figures.acknowledged).toBeGreaterThanOrEqual(20_000)
    expect(figures.longestStart).toBeLessThan(3_000)
  } finally {
    place.remove()
  }
})
