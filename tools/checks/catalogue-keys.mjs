/** Refuses keys of the catalogues that nothing asks for, and codes of the server that have no words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/places.mjs'
import { sourceFiles, withoutComments } from './sources.mjs'

const catalogue = 'packages/messages/src/english.ts'

/** Groups whose keys are codes: the server gives them, and the translator looks them up. */
const coded = new Set(['problem', 'error', 'doubt'])

/** @returns {Promise<import('../steps/run-steps.mjs').StepResult>} */
export async function checkCatalogueKeys() {
  const { en } = await import(join(root, catalogue))
  const sources = sourceFiles()
    .filter((path) => /^(apps|packages|examples)\/.*\.tsx?$/.test(path))
    .filter((path) => !path.includes('/catalogues/') && !/\.test\.tsx?$/.test(path))
    .map((path) => withoutComments(readFileSync(join(root, path), 'utf8')))
  const lines = unusedKeys(en, sources.join('\n')).map(
    (key) => `packages/messages/src/catalogues  "${key}" is asked for nowhere; remove it from every catalogue.`,
  )
  return { ok: lines.length === 0, output: lines.join('\n') }
}

/**
 * The keys that no source asks for.
 * @param {Record<string, Record<string, unknown>>} texts groups of texts
 * @param {string} source all sources
 * @returns {string[]} such as `list.count`
 */
export function unusedKeys(texts, source) {
  const literals = new Set([...source.matchAll(/(['"`])([\w.]+)\1/g)].map((match) => match[2]))
  // What is put together: `operator.${name}` may ask for each key that begins so.
  const beginnings = [...source.matchAll(/`(\w+\.\w*)\$\{/g)].map((match) => match[1] ?? '')
  // A code may stand as the name of a property: `{ too_long: … }`.
  const names = new Set([...source.matchAll(/\b(\w+)\??:/g)].map((match) => match[1]))
  return Object.entries(texts).flatMap(([group, keys]) =>
    Object.keys(keys)
      .filter((name) => {
        const key = `${group}.${name}`
        if (coded.has(group) && (name === 'other' || literals.has(name) || names.has(name))) return false
        return !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning))
      })
      .map((name) => `${group}.${name}`),
  )
}
