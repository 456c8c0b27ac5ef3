/** Serves the gallery of all parts with hot reload, or builds it: `node main.ts [--port PORT] [--host HOST]`, `node main.ts --out DIR`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { build, createServer, type InlineConfig } from 'vite'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3100' },
    host: { type: 'string', default: '127.0.0.1' },
    out: { type: 'string' },
  },
})

const options: InlineConfig = {
  root: import.meta.dirname,
  base: './',
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  cacheDir: resolve(import.meta.dirname, '../node_modules/.vite'),
}

if (values.out === undefined) await serve()
else
  await build({
    ...options,
    build: { outDir: resolve(values.out), emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  })

async function serve(): Promise<void> {
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error('--port takes a number from 1 to 65535')
    process.exit(2)
  }
  const server = await createServer({ ...options, server: { port, host: values.host, strictPort: true } })
  await server.listen()
  console.log(`The gallery of all parts: http://${values.host}:${port}/`)
  const end = async () => {
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void end())
  process.once('SIGTERM', () => void end())
}
