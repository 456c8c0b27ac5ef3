/** Finds a browser for the end-to-end stories, and brings one where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath } from './steps/find-on-path.mjs'
import { packageProgram } from './steps/package-program.mjs'
import { root } from './steps/places.mjs'
import { ToolFailure } from './steps/tool-failure.mjs'

/** Names in the environment with which people say where their browser is, in the order in which we ask. */
const namesInEnvironment = ['HAYKAL_BROWSER', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH']

/** Where `ensureBrowser` leaves its find for the test workers, which are processes of their own. */
const found = 'HAYKAL_BROWSER_FOUND'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Under the application folders of macOS and Windows. */
const applications = {
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
  win32: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/**
 * What the search looks at; replaced in tests.
 * @typedef {object} Surroundings
 * @property {string} own where Playwright would put its own browser
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {(file: string) => boolean} exists
 * @property {(name: string) => string | undefined} onPath
 */

/**
 * The browsers that are there, best first: Playwright's own, the one named in the environment, those of the machine.
 * @param {Surroundings} surroundings
 */
export function findBrowsers({ own, env, platform, exists, onPath }) {
  const named = namesInEnvironment.map((name) => env[name]).filter((path) => path !== undefined && path !== '')
  const all = [own, ...named, ...programs.map(onPath), ...applicationsOf(platform, env)]
  return all.filter((path) => path !== undefined).filter(exists)
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
function applicationsOf(platform, env) {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return folders.flatMap((folder) => applications.darwin.map((path) => `${folder}/${path}`))
  }
  if (platform !== 'win32') return []
  const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) => env[name])
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => applications.win32.map((path) => `${folder}\\${path}`))
}

/** @param {string} own */
function surroundings(own) {
  return {
    own,
    env: process.env,
    platform: process.platform,
    exists: existsSync,
    onPath: (/** @type {string} */ name) => findOnPath(name),
  }
}

/**
 * How Playwright starts the browser.
 * @param {string} own where Playwright would put its own browser
 */
export function browserLaunchOptions(own) {
  const path = process.env[found] ?? findBrowsers(surroundings(own))[0]
  return { args: browserArguments(), ...(path && path !== own ? { executablePath: path } : {}) }
}

/** A quiet browser: it calls nobody, and as root it starts at all. */
function browserArguments() {
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync'],
  ]
}

/**
 * Makes sure that a browser is there and starts, and remembers it for the test workers.
 * @param {string} own where Playwright would put its own browser
 */
export function ensureBrowser(own) {
  const named = namesInEnvironment.find((name) => process.env[name] && !existsSync(process.env[name] ?? ''))
  if (named) throw new ToolFailure(`${named} names a browser that is not there: ${process.env[named]}.`)
  const working = () => findBrowsers(surroundings(own)).find(starts)
  const isThere = () => working() !== undefined
  if (!isThere()) installWithPlaywright()
  if (!isThere()) installWithApt()
  const browser = working()
  if (!browser) {
    throw new ToolFailure(
      'No browser was found for the end-to-end stories, and none could be installed: install Chromium or Chrome, or name one in HAYKAL_BROWSER.',
    )
  }
  process.env[found] = browser
}

/**
 * Whether a browser has all it needs; on Windows the question would open a window, so there it is taken for granted.
 * @param {string} browser
 */
function starts(browser) {
  if (process.platform === 'win32') return true
  return spawnSync(browser, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function installWithPlaywright() {
  console.error('No browser was found. Trying to download the one of Playwright.')
  spawnSync(process.execPath, [packageProgram('@playwright/test', 'playwright'), 'install', 'chromium'], {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 180_000,
  })
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error('That did not work. Installing the package "chromium" with apt-get.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2], timeout: 600_000 })
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium')
}
