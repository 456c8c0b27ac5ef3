/** An install is repeated exactly when something that decides it has changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fingerprintOf, manifestsOf } from './fingerprint.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-fingerprint-'))
  mkdirSync(join(folder, 'packages/model'), { recursive: true })
  for (const file of ['pnpm-lock.yaml', 'package.json', 'packages/model/package.json']) {
    writeFileSync(join(folder, file), file)
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

it('reads the lockfile and every package.json of the workspace', () => {
  expect(manifestsOf(folder)).toEqual(['package.json', 'packages/model/package.json', 'pnpm-lock.yaml'])
})

it('stays the same while nothing changes', () => {
  expect(fingerprintOf(folder, 'linux')).toBe(fingerprintOf(folder, 'linux'))
})

it('changes with a package.json, with the lockfile, with a new package and with the platform', () => {
  const seen = new Set([fingerprintOf(folder, 'linux'), fingerprintOf(folder, 'darwin')])
  writeFileSync(join(folder, 'packages/model/package.json'), 'changed')
  seen.add(fingerprintOf(folder, 'linux'))
  writeFileSync(join(folder, 'pnpm-lock.yaml'), 'changed')
  seen.add(fingerprintOf(folder, 'linux'))
  mkdirSync(join(folder, 'e2e'))
  writeFileSync(join(folder, 'e2e/package.json'), '{}')
  seen.add(fingerprintOf(folder, 'linux'))
  expect(seen.size).toBe(5)
})
