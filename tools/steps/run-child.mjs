/** Runs child processes so that none outlives the command: signals are passed on and the exit status comes back. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './places.mjs'

/**
 * @typedef {object} ChildOptions
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [cwd] the root of the checkout when absent
 */

/** @type {Map<import('node:child_process').ChildProcess, Promise<number>>} */
const running = new Map()

let isStopping = false

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void passOn(signal))
}

// npm and pnpm put a shell between them and us that takes a signal to its grave: their end is our sign to stop.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent && !isStopping) void passOn('SIGTERM')
  }, 250).unref()
}

/**
 * Runs a command in this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions} options
 * @returns {Promise<number>} its exit status
 */
export function runInTerminal(command, args, options) {
  return startChild(command, args, { ...options, stdio: 'inherit' }).ended
}

/**
 * Runs a command and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions} options
 * @returns {Promise<{ status: number, output: string }>} `output` is both outputs, as they came
 */
export async function runQuietly(command, args, options) {
  const { child, ended } = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {Buffer[]} */
  const chunks = []
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))
  const status = await ended
  return { status, output: Buffer.concat(chunks).toString('utf8') }
}

/**
 * Starts a command and leaves its outputs to the caller.
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions & { stdio: import('node:child_process').StdioOptions }} options
 */
export function startChild(command, args, options) {
  const child = spawn(command, args, { cwd: root, ...options, windowsHide: true })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve(status ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  }).finally(() => {
    running.delete(child)
  })
  running.set(child, ended)
  return { child, ended }
}

/**
 * Ctrl-C in a terminal already reaches every process of it; passed on, it would arrive twice and look like impatience.
 * What was asked to stop must not go on with its next step, so we end as soon as all children have.
 * @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal
 */
async function passOn(signal) {
  isStopping = true
  const children = [...running]
  for (const [child] of children) {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const statuses = await Promise.all(children.map(([, ended]) => ended))
  // A server in this terminal that ended in order has the last word; a step of ours that was cut short has not.
  const inTerminal = children.findIndex(([child]) => child.stderr === null)
  process.exit(statuses[inTerminal] ?? 128 + constants.signals[signal])
}
