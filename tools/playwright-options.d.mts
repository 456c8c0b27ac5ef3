/** The types of playwright-options.mjs for playwright.config.ts. */
import type { LaunchOptions } from '@playwright/test'

/** The Node for the test workers, and how to start the browser. */
export declare function playwrightOptions(): { node: string; launchOptions: LaunchOptions }
