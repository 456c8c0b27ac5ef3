/** `haykal dev`: the API behind a development server, which serves the pages and the project's own browser code as sources. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BootModules } from '@haykal/contract'
import type { Target } from '../project/find-target.ts'
import type { Call } from './command.ts'
import { serveTarget } from './serve-target.ts'

/** Serves until asked to stop. */
export async function run(call: Call): Promise<void> {
  await serveTarget(call, { isDeveloped: true, modules })
}

/** The addresses at which the development server serves a project's browser faces. */
function modules(target: Target): BootModules {
  const has = (file: string) => target.type === 'project' && existsSync(join(target.folder, file))
  return {
    ...(has('haykal.public.ts') ? { public: { address: '/-/project/public.ts', ahead: [] } } : {}),
    ...(has('haykal.web.ts') ? { web: { address: '/-/project/web.ts', ahead: [] } } : {}),
  }
}
