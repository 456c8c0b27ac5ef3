/** Serves a target until the process is asked to stop: what `start` and `dev` share. */
import { resolve } from 'node:path'
import type { BootModules } from '@haykal/contract'
import type { Answers } from '../adopted/data-folder.ts'
import { keepForgetting } from '../handlers/retention.ts'
import { createApp } from '../http/create-app.ts'
import { listen } from '../http/listen.ts'
import { createLog } from '../log.ts'
import { Mistake } from '../mistake.ts'
import type { WebBuild } from '../pages/web-build.ts'
import { findTarget, type Target } from '../project/find-target.ts'
import { openTarget } from '../project/open-target.ts'
import type { Opened } from '../project/opened.ts'
import { readSettings, type Settings } from '../settings/read-settings.ts'
import { type Call, textFlag } from './command.ts'
import { letNewSpaceGrow } from './new-space.ts'
import { tellOpened } from './tell-opened.ts'

/** What differs between the two. */
export interface ServeOptions {
  /** The built pages; absent: others serve them. */
  readonly build?: WebBuild
  /** The project is being developed; absent: it is in use. */
  readonly isDeveloped?: boolean
  /** The addresses of the project's own browser code. */
  modules(target: Target): BootModules
}

/** Opens, listens, tells, and ends when asked to. */
export async function serveTarget(call: Call, { build, isDeveloped = false, modules }: ServeOptions): Promise<void> {
  const { terminal } = call
  const [typed, ...more] = call.words
  if (more.length > 0)
    throw new Mistake(`Only one project or database can be served at a time: "${more[0]}" is one too many.`)
  const settings = settingsOf(call)
  const scale = readScale(textFlag(call, 'scale'))
  const target = findTarget(typed, terminal.cwd)
  const log = createLog(settings.logLevel)
  const isTls = settings.publicUrl?.protocol === 'https:'
  const listening = await listen({ port: settings.port, host: settings.host, isTls, log })
  const say = (sentence: string) => (call.isJson ? terminal.tell(sentence) : terminal.out(sentence))
  const { cwd } = terminal
  const opened = await openTarget(target, {
    settings,
    cwd,
    scale,
    modules: modules(target),
    answers: answersOf(call),
    isDeveloped,
    say,
  }).catch(async (error: unknown) => {
    await listening.stop()
    throw error
  })
  let forgetting: ReturnType<typeof keepForgetting> | undefined
  try {
    const { host, publicUrl } = settings
    const app = createApp({
      state: opened.state,
      host,
      log,
      ...(build ? { build } : {}),
      ...(publicUrl ? { publicUrl } : {}),
    })
    listening.serve(app)
    const url = originOf(settings, listening.port)
    tellOpened(call, opened, { url, ...(await setupAddress(opened, url)), label: opened.state.label })
    letNewSpaceGrow()
    opened.state.searched?.begin()
    forgetting = keepForgetting(opened.state, (error) => log.warn({ err: error }, 'what is old could not be forgotten'))
    await terminal.stopped()
  } finally {
    await forgetting?.stop()
    await listening.stop()
    await opened.close()
  }
}

/** The settings, with what the flags of this call say. */
export function settingsOf(call: Call): Settings {
  const { env, cwd } = call.terminal
  const flags = {
    PORT: textFlag(call, 'port'),
    HOST: textFlag(call, 'host'),
    HAYKAL_DATA: textFlag(call, 'data'),
    PUBLIC_URL: textFlag(call, 'public-url'),
  }
  return readSettings({ flags, env, cwd })
}

/** What the flags answer, and whom to ask the rest. */
function answersOf(call: Call): Answers {
  const { terminal, flags, isJson } = call
  const was = textFlag(call, 'was')
  if (was !== undefined && flags.new === true)
    throw new Mistake('--was and --new say opposite things: leave one of them out.')
  return {
    isSame: flags.same === true,
    isNew: flags.new === true,
    ...(was === undefined ? {} : { was: resolve(terminal.cwd, was) }),
    ...(terminal.ask && !isJson ? { ask: terminal.ask } : {}),
  }
}

async function setupAddress({ state }: Opened, url: string): Promise<{ setupUrl?: string }> {
  const token = await state.auth.issueSetupToken()
  // Behind the #, where no server and no log ever sees it.
  return token === undefined ? {} : { setupUrl: `${url}/-/setup#token=${token}` }
}

function readScale(text: string | undefined): number {
  const scale = Number(text ?? 1)
  if (!Number.isFinite(scale) || scale <= 0 || scale > 10_000)
    throw new Mistake('--scale is not right: it must be a number above 0, such as 50.')
  return scale
}

/** Where people reach a server, to be clicked on: a host that means "any" is reached as this machine. */
export function originOf({ publicUrl, host }: Pick<Settings, 'publicUrl' | 'host'>, port: number): string {
  if (publicUrl) return publicUrl.origin
  const isAny = host === '0.0.0.0' || host === '::'
  return `http://${isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
