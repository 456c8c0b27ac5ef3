/** `dev [PROJECT|DATABASE]`: hot reload. A watched server behind a development server that builds pages as they change. */
import { join } from 'node:path'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { root, serverEntry, whereTyped } from '../steps/places.mjs'
import { tryPort } from '../steps/ports.mjs'
import { runInTerminal, startChild } from '../steps/run-child.mjs'
import { flagValue, sampleProject, splitArguments, webBuildOf } from '../steps/target.mjs'
import { ToolFailure } from '../steps/tool-failure.mjs'
import { watchServer } from '../steps/watch-server.mjs'

const loopback = '127.0.0.1'
const pagesEntry = join(root, 'apps/web/build/dev.ts')

/** @param {string[]} args */
export async function dev(args) {
  const runtime = install()
  const env = childEnvironment(runtime)
  const { target = sampleProject, flags } = splitArguments(args)
  const web = webBuildOf(target)
  // Without a target to watch, the server says what is wrong and ends.
  if (!web) return runInTerminal(runtime.node, [serverEntry, 'dev', target], { cwd: whereTyped(), env })

  const { host, port } = await publicAddress(flags)
  const api = await freePort()
  const publicUrl = process.env.PUBLIC_URL ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
  const projectFlags = web.project ? ['--project', web.project] : []
  const serverFlags = [...withoutAddress(flags), '--port', String(api), '--host', loopback, '--public-url', publicUrl]
  const pagesFlags = [...projectFlags, '--port', String(port), '--host', host, '--api', `http://${loopback}:${api}`]
  const server = watchServer(runtime, ['dev', target, ...serverFlags], {
    cwd: whereTyped(),
    env,
    // A project may be mended while we watch; a file that is no database stays none.
    endsWhenRefused: web.project === undefined,
  })
  const pages = startChild(runtime.node, [pagesEntry, ...pagesFlags], { env, stdio: 'inherit' })
  return endTogether([server, pages])
}

/**
 * The address for people, from the flags or the environment, checked to be free.
 * @param {string[]} flags
 */
async function publicAddress(flags) {
  const host = flagValue(flags, '--host') ?? process.env.HOST ?? loopback
  const port = Number(flagValue(flags, '--port') ?? process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new ToolFailure('The port must be a whole number from 1 to 65535 (--port, or PORT in the environment).', 2)
  }
  const answer = await tryPort(port, host)
  if ('port' in answer) return { host, port }
  const reason = answer.problem === 'EADDRINUSE' ? 'another program is using it' : answer.problem
  throw new ToolFailure(`Cannot listen on ${host}:${port}: ${reason}. Choose another port with --port.`, 2)
}

async function freePort() {
  const answer = await tryPort(0, loopback)
  if ('port' in answer) return answer.port
  throw new ToolFailure(`Cannot listen on ${loopback}: ${answer.problem}.`)
}

/**
 * The flags without those that the two children get from us.
 * @param {string[]} flags
 */
function withoutAddress(flags) {
  const names = ['--port', '--host']
  return flags.filter(
    (flag, index) => !names.includes(flag.split('=')[0] ?? '') && !names.includes(flags[index - 1] ?? ''),
  )
}

/**
 * Waits for the first child to end, then ends the others.
 * @param {ReturnType<typeof startChild>[]} children
 * @returns the exit status of the first that ended
 */
async function endTogether(children) {
  const status = await Promise.race(children.map(({ ended }) => ended))
  for (const { child } of children) child.kill('SIGTERM')
  await Promise.all(children.map(({ ended }) => ended))
  return status
}
