/** The browser for the stories is chosen in a fixed order. */
import { expect, it } from 'vitest'
import { findBrowsers } from './find-browser.mjs'

/** @param {string[]} files @param {Partial<import('./find-browser.mjs').Surroundings>} [more] */
function browsersAmong(files, more = {}) {
  return findBrowsers({
    own: '/cache/chromium',
    env: {},
    platform: 'linux',
    exists: (file) => files.includes(file),
    onPath: (name) => [`/usr/bin/${name}`].find((file) => files.includes(file)),
    ...more,
  })
}

it("prefers Playwright's own, then the one named in the environment, then the machine's", () => {
  const files = ['/cache/chromium', '/opt/chrome', '/usr/bin/chromium', '/usr/bin/google-chrome']
  expect(browsersAmong(files, { env: { CHROME_PATH: '/opt/chrome' } })).toEqual(files)
  expect(browsersAmong(['/usr/bin/google-chrome'])).toEqual(['/usr/bin/google-chrome'])
})

it('looks into the application folders of macOS and Windows', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(browsersAmong([mac], { platform: 'darwin' })).toEqual([mac])
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
  expect(browsersAmong([edge], { platform: 'win32', env })).toEqual([edge])
})

it('finds none on a bare machine', () => {
  expect(browsersAmong([])).toEqual([])
})
