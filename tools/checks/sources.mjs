/** Reads the sources for checks that look at text, and reports what they find with file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/places.mjs'

/** One finding: where in the text, and what to do instead. @typedef {{ index: number, message: string }} Finding */

/**
 * A check that looks at one file at a time.
 * @typedef {object} SourceCheck
 * @property {(path: string) => boolean} reads whether it looks at this file; paths start at the root, with forward slashes
 * @property {(text: string, path: string) => Finding[]} find what is wrong in it
 */

const everyGroup = ['apps', 'packages', 'examples', 'e2e', 'bench']

/** The folders that hold sources, tools apart. */
export const groups = everyGroup.filter((group) => existsSync(join(root, group)))

const passedOver = new Set(['node_modules', 'dist', '.haykal', 'test-results'])

/** Every file below the groups, as a path from the root with forward slashes. */
export function sourceFiles() {
  const walk = (/** @type {string} */ path) => {
    /** @type {string[]} */
    const files = []
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (passedOver.has(entry.name)) continue
      if (entry.isDirectory()) files.push(...walk(`${path}/${entry.name}`))
      if (entry.isFile()) files.push(`${path}/${entry.name}`)
    }
    return files
  }
  return groups.flatMap(walk)
}

/**
 * Runs one check over all sources.
 * @param {SourceCheck} check
 * @returns {Promise<import('../steps/run-steps.mjs').StepResult>}
 */
export async function checkSources(check) {
  const lines = sourceFiles()
    .filter(check.reads)
    .flatMap((path) => findingsIn(check, path, readFileSync(join(root, path), 'utf8')))
  return { ok: lines.length === 0, output: lines.join('\n') }
}

/**
 * The findings of one file, as `path:line  message`.
 * @param {SourceCheck} check
 * @param {string} path
 * @param {string} text
 */
export function findingsIn(check, path, text) {
  return check.find(text, path).map(({ index, message }) => {
    const line = text.slice(0, index).split('\n').length
    return `${path}:${line}  ${message}`
  })
}

/**
 * The text with comments blanked out, so that prose is not taken for code and places stay the same.
 * A `//` counts only after a space or at a line's start: addresses inside strings hold one too.
 * @param {string} text
 */
export function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}

/**
 * One finding for each match of a pattern.
 * @param {string} text
 * @param {RegExp} pattern with the flag g
 * @param {(match: RegExpMatchArray) => string | undefined} message nothing where the match is allowed
 * @returns {Finding[]}
 */
export function findMatches(text, pattern, message) {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = message(match)
    return said ? [{ index: match.index, message: said }] : []
  })
}
