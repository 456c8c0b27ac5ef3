/** Children get a clean environment, and the right Node first. */
import { delimiter } from 'node:path'
import { expect, it } from 'vitest'
import { withFoldersFirst, withoutScriptSettings } from './environment.mjs'
import { root, whereTyped } from './places.mjs'
import { isNewEnough } from './runtime.mjs'

it('drops what npm and pnpm add for scripts, and keeps the way to the registry', () => {
  const env = {
    HOME: '/home/a',
    INIT_CWD: '/home/a',
    npm_config_registry: 'https://example.org',
    npm_config_local_prefix: '/home/a',
    npm_lifecycle_event: 'start',
    npm_package_name: 'a',
    pnpm_config_verify_deps_before_run: 'false',
  }
  expect(withoutScriptSettings(env)).toEqual({ HOME: '/home/a', npm_config_registry: 'https://example.org' })
})

it('puts folders first on the path, once, whatever the path is called', () => {
  expect(withFoldersFirst({ Path: ['/a', '/b'].join(delimiter) }, ['/b', '/c'])).toEqual({
    Path: ['/b', '/c', '/a'].join(delimiter),
  })
  expect(withFoldersFirst({}, ['/b'])).toEqual({ PATH: '/b' })
})

it('finds where the person typed, also when a script of npm moved to the root', () => {
  expect(whereTyped({ cwd: root, env: { INIT_CWD: '/home/a' } })).toBe('/home/a')
  expect(whereTyped({ cwd: root, env: {} })).toBe(root)
  expect(whereTyped({ cwd: '/tmp', env: { INIT_CWD: '/home/a' } })).toBe('/tmp')
})

it('takes Node 24 and newer', () => {
  expect(['20.20.2', '22.12.0', '24.0.0', '26.1.0'].map(isNewEnough)).toEqual([false, false, true, true])
})
