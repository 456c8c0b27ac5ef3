/** What is run is read from the arguments, whatever their order. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { anyDatabase, flagValue, isAddress, sampleWeb, slugOf, splitArguments, webBuildOf } from './target.mjs'

const folder = mkdtempSync(join(tmpdir(), 'haykal target '))
afterAll(() => rmSync(folder, { recursive: true }))

describe('splitArguments', () => {
  it.each([
    [[], undefined, []],
    [['shop.sqlite'], 'shop.sqlite', []],
    [['--port', '80', 'shop.sqlite'], 'shop.sqlite', ['--port', '80']],
    [['my shop.sqlite', '--port=80', '--json'], 'my shop.sqlite', ['--port=80', '--json']],
    [['--data', 'here', '--host', '::1'], undefined, ['--data', 'here', '--host', '::1']],
  ])('finds the target in %j', (args, target, flags) => {
    expect(splitArguments(args)).toEqual(target === undefined ? { flags } : { target, flags })
  })
})

describe('flagValue', () => {
  it('reads both ways of writing a value', () => {
    expect(flagValue(['--port', '80'], '--port')).toBe('80')
    expect(flagValue(['--json', '--port=80'], '--port')).toBe('80')
  })

  it('gives nothing for a flag that is not there', () => {
    expect(flagValue(['--port', '80'], '--host')).toBeUndefined()
  })
})

describe('slugOf', () => {
  it('keeps folders of one name apart, and stays the same for one folder', () => {
    expect(slugOf('/a/My Shop')).toMatch(/^my-shop-[0-9a-f]{8}$/)
    expect(slugOf('/a/My Shop')).toBe(slugOf('/a/My Shop'))
    expect(slugOf('/a/My Shop')).not.toBe(slugOf('/b/My Shop'))
  })

  it('finds a name for a folder that is written in another script', () => {
    expect(slugOf('/a/متجر')).toMatch(/^project-[0-9a-f]{8}$/)
  })
})

describe('isAddress', () => {
  it('tells an address from a path, also from one with a drive', () => {
    expect(isAddress('scheme://host/name')).toBe(true)
    expect(isAddress('C:\\shop.sqlite')).toBe(false)
    expect(isAddress('shop.sqlite')).toBe(false)
  })
})

describe('webBuildOf', () => {
  it('builds the sample project when nothing is named', () => {
    expect(webBuildOf()).toEqual(sampleWeb)
  })

  it('builds a project for itself and everything else for any database', () => {
    const file = join(folder, 'shop.sqlite')
    writeFileSync(file, '')
    expect(webBuildOf(file)).toBe(anyDatabase)
    expect(webBuildOf('scheme://host/name')).toBe(anyDatabase)

    writeFileSync(join(folder, 'haykal.config.ts'), '')
    expect(webBuildOf(folder)).toMatchObject({ project: folder })
    expect(basename(webBuildOf(folder)?.out ?? '')).toBe(slugOf(folder))
  })

  it('builds nothing for what is not there, nor for a folder that is no project', () => {
    expect(webBuildOf(join(folder, 'nowhere.sqlite'))).toBeUndefined()
    expect(webBuildOf(tmpdir())).toBeUndefined()
  })
})
