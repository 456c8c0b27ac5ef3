import { expect, test } from 'vitest'
import { directedIcons, iconPaths } from './paths.ts'

test('every drawing is a path', () => {
  for (const [name, path] of Object.entries(iconPaths)) expect(path, name).toMatch(/^[Mm][-\d., MmLlHhVvCcSsAaZz]+$/)
})

test('every icon that turns round exists', () => {
  for (const name of directedIcons) expect(iconPaths).toHaveProperty(name)
})
