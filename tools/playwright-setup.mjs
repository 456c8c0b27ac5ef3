/** Runs once before the end-to-end stories: a browser is there, and the pages are built. */
import { chromium } from '@playwright/test'
import { ensureBrowser } from './find-browser.mjs'
import { buildWeb } from './steps/build-web.mjs'
import { useRuntime } from './steps/runtime.mjs'
import { anyDatabase, sampleWeb } from './steps/target.mjs'

export default async function setUp() {
  ensureBrowser(chromium.executablePath())
  const runtime = useRuntime()
  await buildWeb(runtime, anyDatabase)
  await buildWeb(runtime, sampleWeb)
}
