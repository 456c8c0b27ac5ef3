/** What the last install left behind: what it was made from, and which Node to use, so that the next start is quick. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './places.mjs'

const file = join(root, 'node_modules/.haykal-install')

/** @typedef {{ fingerprint?: string, runtime?: import('./runtime.mjs').Runtime }} InstallRecord */

/**
 * The record of the last install, empty when there was none or it cannot be read.
 * @returns {InstallRecord}
 */
export function readInstallRecord() {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** @param {InstallRecord} record */
export function writeInstallRecord(record) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)
}
