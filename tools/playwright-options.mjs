/** What playwright.config.ts needs to know of this machine. */
import { chromium } from '@playwright/test'
import { browserLaunchOptions } from './find-browser.mjs'
import { useRuntime } from './steps/runtime.mjs'

/** The Node for the test workers, and how to start the browser. */
export function playwrightOptions() {
  return { node: useRuntime().node, launchOptions: browserLaunchOptions(chromium.executablePath()) }
}
