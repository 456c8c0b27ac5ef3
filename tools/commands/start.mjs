/** `start [PROJECT|DATABASE] [flags]`: installs, builds the pages and runs the server in this terminal. */
import { buildWeb } from '../steps/build-web.mjs'
import { childEnvironment } from '../steps/environment.mjs'
import { install } from '../steps/install.mjs'
import { serverEntry, whereTyped } from '../steps/places.mjs'
import { runInTerminal } from '../steps/run-child.mjs'
import { sampleProject, splitArguments, webBuildOf } from '../steps/target.mjs'

/** @param {string[]} args */
export async function start(args) {
  const runtime = install()
  const { target, flags } = splitArguments(args)
  const asksForHelp = flags.includes('--help') || flags.includes('-h')
  const web = asksForHelp ? undefined : webBuildOf(target)
  if (web) await buildWeb(runtime, web)
  const served = web ? ['--web', web.out] : []
  return runInTerminal(runtime.node, [serverEntry, 'start', target ?? sampleProject, ...flags, ...served], {
    // Every path that was typed is read from the folder it was typed in.
    cwd: whereTyped(),
    env: childEnvironment(runtime),
  })
}
