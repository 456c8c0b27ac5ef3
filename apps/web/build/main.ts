/** Builds the browser's side for production: `node build/main.ts [--project DIR] --out DIR`. Does nothing when nothing has changed. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type Manifest } from 'vite'
import { fullPath, readArguments, runCommand, UsageError } from './arguments.ts'
import { compressFolder } from './compress.ts'
import { fingerprintOf } from './fingerprint.ts'
import { firstLoadBudget, firstLoadOf, inKilobytes } from './first-load.ts'
import { firstChunk } from './one-first-chunk.ts'
import { viteOptions } from './options.ts'
import { webFolder } from './places.ts'
import { projectEntries } from './project-faces.ts'
import { startEntry } from './start-script.ts'

interface Made {
  readonly fingerprint: string
  readonly firstLoad: number
}

await runCommand(async () => {
  const given = readArguments(['project', 'out'])
  const project = fullPath(given.project)
  const out = fullPath(given.out)
  if (out === undefined) throw new UsageError('Say where to build to: --out DIR')
  const fingerprint = await fingerprintOf(project)
  const last = await readMade(out)
  if (last?.fingerprint === fingerprint) return report('unchanged', last.firstLoad)
  const start = performance.now()
  const firstLoad = await make(project, out, fingerprint)
  report(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`, firstLoad)
})

/** Builds beside the place and moves the whole there at the end, so that nobody ever sees half a build. */
async function make(project: string | undefined, out: string, fingerprint: string): Promise<number> {
  const fresh = `${out}.new-${process.pid}`
  await mkdir(dirname(out), { recursive: true })
  try {
    await build(productionOptions(project, fresh))
    await compressFolder(fresh)
    const manifest: Manifest = JSON.parse(await readFile(join(fresh, '.vite/manifest.json'), 'utf8'))
    const firstLoad = await firstLoadOf(fresh, manifest)
    refuseHeavy(firstLoad)
    await writeFile(join(fresh, '.vite/made.json'), JSON.stringify({ fingerprint, firstLoad } satisfies Made))
    await takePlace(fresh, out)
    return firstLoad
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

function productionOptions(project: string | undefined, outDir: string) {
  const options = viteOptions()
  const first = firstChunk(join(webFolder, 'src/main.tsx'))
  return {
    ...options,
    plugins: [...(options.plugins ?? []), first.plugin],
    mode: 'production',
    logLevel: 'warn' as const,
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      target: 'baseline-widely-available' as const,
      // Nothing inline: the content security policy allows only files of our own.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          main: join(webFolder, 'index.html'),
          [startEntry]: join(webFolder, 'src/start.ts'),
          ...projectEntries(project),
        },
        // The app imports the project's entries by their address: what they export must stay.
        preserveEntrySignatures: 'exports-only' as const,
        output: { codeSplitting: { groups: [{ name: 'app', test: first.has }] } },
      },
    },
  }
}

function refuseHeavy(firstLoad: number): void {
  if (firstLoad <= firstLoadBudget) return
  throw new Error(
    `The first load weighs ${inKilobytes(firstLoad)} (Brotli), over its budget of ${inKilobytes(firstLoadBudget)}. ` +
      'Load what a list does not need with a dynamic import.',
  )
}

async function takePlace(fresh: string, out: string): Promise<void> {
  const old = `${out}.old-${process.pid}`
  await rename(out, old).catch(() => undefined)
  await rename(fresh, out)
  await rm(old, { recursive: true, force: true })
}

async function readMade(out: string): Promise<Made | undefined> {
  try {
    return JSON.parse(await readFile(join(out, '.vite/made.json'), 'utf8'))
  } catch {
    return undefined
  }
}

function report(what: string, firstLoad: number): void {
  console.log(`web: ${what}; first load ${inKilobytes(firstLoad)} of ${inKilobytes(firstLoadBudget)} (Brotli)`)
}
