/** Serves the browser's side for development: `node build/dev.ts [--project DIR] --port PORT --host HOST --api URL`. Hot reload. */
import { join } from 'node:path'
import { createServer, type InlineConfig } from 'vite'
import { announceRestarts } from './announce-restarts.ts'
import { fullPath, readArguments, runCommand, UsageError } from './arguments.ts'
import { viteOptions } from './options.ts'
import { workspaceFolder } from './places.ts'
import { projectEntries, serveProjectFaces } from './project-faces.ts'

interface DevelopmentArguments {
  readonly project: string | undefined
  readonly port: number
  readonly host: string
  readonly api: string
}

await runCommand(async () => {
  const given = readArguments(['project', 'port', 'host', 'api'])
  const port = Number(given.port ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError('--port takes a number from 1 to 65535')
  if (given.api === undefined) throw new UsageError('Say where the server listens: --api http://127.0.0.1:PORT')
  const project = fullPath(given.project)
  const server = await createServer(
    developmentOptions({ project, port, host: given.host ?? '127.0.0.1', api: given.api }),
  )
  await server.listen()
  const end = async () => {
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void end())
  process.once('SIGTERM', () => void end())
})

function developmentOptions({ project, port, host, api }: DevelopmentArguments): InlineConfig {
  const options = viteOptions()
  // The browser's Host and Origin reach the server as they are, so that its checks of them hold.
  const toServer = { target: api, changeOrigin: false }
  return {
    ...options,
    mode: 'development',
    logLevel: 'warn',
    clearScreen: false,
    plugins: [
      ...(options.plugins ?? []),
      announceRestarts(api),
      ...(project === undefined ? [] : [serveProjectFaces(project)]),
    ],
    optimizeDeps: { entries: ['index.html', ...Object.values(projectEntries(project))] },
    server: {
      port,
      host,
      strictPort: true,
      fs: { allow: [workspaceFolder, ...(project === undefined ? [] : [join(project)])] },
      proxy: { '/api': toServer, '/livez': toServer, '/readyz': toServer },
    },
  }
}
