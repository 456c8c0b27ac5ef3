/** Checks who imports whom, and that the checker saw the sources at all: beside some compilers it sees none and is content. */
import { childEnvironment } from '../steps/environment.mjs'
import { packageProgram } from '../steps/package-program.mjs'
import { runQuietly } from '../steps/run-child.mjs'
import { groups, sourceFiles } from './sources.mjs'

/**
 * @param {import('../steps/runtime.mjs').Runtime} runtime
 * @returns {Promise<import('../steps/run-steps.mjs').StepResult>}
 */
export async function checkBoundaries(runtime) {
  const program = packageProgram('dependency-cruiser', 'depcruise')
  const args = [program, ...groups, '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { output } = await runQuietly(runtime.node, args, { env: childEnvironment(runtime) })
  return judge(output, sourceFiles().filter(isCode).length)
}

/** @param {string} path */
function isCode(path) {
  return /\.tsx?$/.test(path)
}

/**
 * What the report of dependency-cruiser comes to.
 * @param {string} report JSON
 * @param {number} expected how many source files there are
 * @returns {import('../steps/run-steps.mjs').StepResult}
 */
export function judge(report, expected) {
  if (!report.startsWith('{')) return { ok: false, output: report }
  /** @type {{ summary: Summary, modules: { source: string }[] }} */
  const { summary, modules } = JSON.parse(report)
  const seen = modules.filter(({ source }) => isCode(source) && !source.includes('node_modules')).length
  const blind =
    seen < expected
      ? [
          `dependency-cruiser saw ${seen} of ${expected} source files; it needs a TypeScript older than 7 beside it (pnpm-workspace.yaml).`,
        ]
      : []
  const reasons = new Map(summary.ruleSetUsed?.forbidden?.map(({ name, comment }) => [name, comment]))
  const lines = summary.violations.map((violation) => explain(violation, reasons.get(violation.rule.name)))
  return { ok: blind.length + lines.length === 0, output: [...blind, ...lines].join('\n') }
}

/**
 * @typedef {{ rule: { name: string }, from: string, to: string, via?: { name: string }[], cycle?: { name: string }[] }} Violation
 * @typedef {{ violations: Violation[], ruleSetUsed?: { forbidden?: { name: string, comment?: string }[] } }} Summary
 */

/**
 * @param {Violation} violation
 * @param {string} [reason] the comment of the rule
 */
function explain({ rule, from, to, via, cycle }, reason) {
  const way = cycle ?? via ?? [{ name: to }]
  return `${[from, ...way.map(({ name }) => name)].join(' → ')}\n    ${reason ?? rule.name}`
}
